package dev.mimokit.cli.plan;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.plan.Slo;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Dispatch;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Trouble;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.server.profile.Profiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A question while it is being put together: the defaults, then what a file says, then what flags
 * say. For one thread.
 */
final class Draft {

  static final double USUAL_PER_HOUR = 3_600;
  private static final long USUAL_PROMPT = 1_000;
  private static final long USUAL_OUTPUT = 200;

  /** The workload, and where it is from. */
  Workload workload = new Workload.Poisson(USUAL_PER_HOUR);

  String traceName = "";
  boolean workloadGiven;
  List<RequestClass> classes =
      List.of(RequestClass.of(Tokens.of(USUAL_PROMPT), Tokens.of(USUAL_OUTPUT)));
  boolean classesGiven;

  String revision = Catalog.DEFAULT_REVISION;
  String model = "mimo-v2.5-pro";
  String profile = Profiles.DEFAULT;
  OptionalInt requestsPerMinute = OptionalInt.empty();
  OptionalLong tokensPerMinute = OptionalLong.empty();
  OptionalInt concurrency = OptionalInt.empty();
  Optional<Boolean> countRefused = Optional.empty();
  Optional<List<Hypothesis>> windows = Optional.empty();
  int quotaUnits = 1;
  Trouble trouble = Trouble.NONE;

  Latencies latency = Latencies.DOCUMENTED;

  ClientPlan client = new ClientPlan.Fifo();
  String clientName = Clients.DEFAULT;
  Dispatch dispatch = new Dispatch.RoundRobin();
  Optional<Duration> deadline = Optional.empty();
  Optional<ClientSide.Goal> goal = Optional.empty();

  long seed = 1;
  OptionalInt replications = OptionalInt.empty();
  Optional<Duration> arrivals = Optional.empty();
  OptionalLong jobs = OptionalLong.empty();
  Duration afterwards = Duration.ofDays(365);

  Optional<Slo> slo = Optional.empty();
  List<AxisSpec> axes = List.of();
}
