package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.retry.NamedPolicies;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Simulation;
import dev.mimokit.core.sim.Supply;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Trace;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.load.run.LiveLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the planner expects of a live load, as the range that all its replications fall into.
 *
 * <p>A window that was used before is requests of the same trace, that long before the load; their
 * admissions are taken out of the figures again.
 *
 * @param live what was measured
 * @param ranges what was expected, figure by figure
 */
record Verification(LiveLoad load, LiveLoad.Outcome live, List<Range> ranges) {

  /** A live figure beside what was expected. */
  record Range(String figure, double live, double low, double high) {

    boolean covers() {
      return low <= live && live <= high;
    }
  }

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double NANOS = 1e9;
  private static final int PROMPT_TOKENS = 20;

  /** HTTP and scheduling, which are not simulated, make a drain this much longer or shorter. */
  static final double ALLOWANCE_SECONDS = 1.0;

  /** All replications of the load in virtual time, beside what was measured. */
  static Verification of(LiveLoad load, LiveLoad.Outcome live, Quota quota, Extent extent) {
    Scenario scenario = scenario(load, quota, extent);
    List<Measured> runs =
        IntStream.range(0, extent.replications())
            .parallel()
            .mapToObj(replication -> Simulation.run(scenario, replication))
            .toList();
    double before = load.usedRequests();
    double late = load.usedRequests() == 0 ? 0 : load.windowAgeMillis() / 1e3;
    List<Range> ranges = new ArrayList<>();
    ranges.add(range("offered", live.offered(), runs, r -> r.counts().offered() - before, 0));
    ranges.add(range("admitted", live.admitted(), runs, r -> r.counts().admitted() - before, 0));
    ranges.add(range("refused", live.refused(), runs, r -> r.counts().refused(), 0));
    ranges.add(
        range(
            "drain, s",
            live.drainSeconds(),
            runs,
            r -> Math.max(0, r.times().lastAdmissionNanos() / NANOS - late),
            ALLOWANCE_SECONDS));
    return new Verification(load, live, ranges);
  }

  private static Range range(
      String name,
      double live,
      List<Measured> runs,
      ToDoubleFunction<Measured> figure,
      double allowance) {
    double low = runs.stream().mapToDouble(figure).min().orElse(0);
    double high = runs.stream().mapToDouble(figure).max().orElse(0);
    return new Range(name, live, Math.max(0, low - allowance), high + allowance);
  }

  /** Whether every figure is where it was expected. */
  boolean holds() {
    return ranges.stream().allMatch(Range::covers);
  }

  private static Scenario scenario(LiveLoad load, Quota quota, Extent extent) {
    Quota counted = new Quota(
        quota.requests(),
        quota.tokens(),
        quota.concurrency(),
        quota.window(),
        quota.counting());
    ClientPlan client =
        new ClientPlan.Retrying(NamedPolicies.find(load.policy()).orElseThrow(), false);
    Scenario scenario =
        new Scenario(
            Demand.of(
                Workload.Traced.once(trace(load)),
                RequestClass.of(Tokens.of(PROMPT_TOKENS), Tokens.of(1))),
            Supply.of(counted, 1, new Service.Instant()),
            ClientSide.of(client),
            extent);
    return Hypothesis.of(WindowKind.SLIDING_LOG).on(scenario);
  }

  private static Trace trace(LiveLoad load) {
    Trace.Builder trace = new Trace.Builder();
    for (int used = 0; used < load.usedRequests(); used++) {
      trace.add(0, PROMPT_TOKENS, 1);
    }
    long from = load.usedRequests() == 0 ? 0 : load.windowAgeMillis() * NANOS_PER_MILLI;
    for (long arrival : load.arrivalNanos()) {
      trace.add(from + arrival, PROMPT_TOKENS, 1);
    }
    return trace.build();
  }
}
