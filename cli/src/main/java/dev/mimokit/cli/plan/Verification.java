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
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the planner expects of a live load, as the range that all its replications fall into. The
 * planner is told when each call was first attempted and how old a restored window was; all else it
 * has to know by itself.
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

  private static final double NANOS = 1e9;
  private static final int PROMPT_TOKENS = 20;

  /** How far the age of a restored window may be from what was measured. */
  static final double AGE_SECONDS = 0.3;

  /** HTTP and scheduling, which are not simulated, make a drain this much longer or shorter. */
  static final double ALLOWANCE_SECONDS = 1.0;

  /** All replications of the load in virtual time, beside what was measured. */
  static Verification of(LiveLoad load, LiveLoad.Outcome live, Quota quota, Extent extent) {
    if (live.arrivalNanos().isEmpty()) {
      return new Verification(load, live, List.of());
    }
    int replications = extent.replications();
    List<Run> runs =
        IntStream.range(0, replications)
            .parallel()
            .mapToObj(
                replication -> {
                  double part = (replication + 0.5) / replications * 2 - 1;
                  double age = Math.max(0, live.windowAgeSeconds() + part * AGE_SECONDS);
                  Scenario scenario = scenario(load, live, age, quota, extent);
                  return new Run(age, Simulation.run(scenario, replication));
                })
            .toList();
    double used = load.usedRequests();
    return new Verification(
        load,
        live,
        List.of(
            range("offered", (double) live.offered(), runs, r -> r.counts().offered() - used, 0),
            range("admitted", (double) live.admitted(), runs, r -> r.counts().admitted() - used, 0),
            range("refused", (double) live.refused(), runs, r -> (double) r.counts().refused(), 0),
            drain(load, live, runs)));
  }

  /** A replication, whose load began so long after the permits were used. */
  private record Run(double ageSeconds, Measured measured) {}

  private static Range drain(LiveLoad load, LiveLoad.Outcome live, List<Run> runs) {
    double[] drains =
        runs.stream()
            .mapToDouble(
                run -> {
                  double late = load.usedRequests() == 0 ? 0 : run.ageSeconds();
                  double last = run.measured().times().lastAdmissionNanos() / NANOS;
                  return Math.max(0, last - late);
                })
            .sorted()
            .toArray();
    return new Range(
        "drain, s",
        live.drainSeconds(),
        Math.max(0, drains[0] - ALLOWANCE_SECONDS),
        drains[drains.length - 1] + ALLOWANCE_SECONDS);
  }

  private static Range range(
      String name,
      double live,
      List<Run> runs,
      ToDoubleFunction<Measured> figure,
      double allowance) {
    double low = runs.stream().map(Run::measured).mapToDouble(figure).min().orElse(0);
    double high = runs.stream().map(Run::measured).mapToDouble(figure).max().orElse(0);
    return new Range(name, live, Math.max(0, low - allowance), high + allowance);
  }

  /** Whether every figure is where it was expected. */
  boolean holds() {
    return ranges.stream().allMatch(Range::covers);
  }

  private static Scenario scenario(
      LiveLoad load, LiveLoad.Outcome live, double age, Quota quota, Extent extent) {
    ClientPlan client =
        new ClientPlan.Retrying(NamedPolicies.find(load.policy()).orElseThrow(), false);
    Scenario scenario =
        new Scenario(
            Demand.of(
                Workload.Traced.once(trace(load, live, age)),
                RequestClass.of(Tokens.of(PROMPT_TOKENS), Tokens.of(1))),
            Supply.of(quota, 1, new Service.Instant()),
            ClientSide.of(client),
            extent);
    return Hypothesis.of(WindowKind.SLIDING_LOG).on(scenario);
  }

  private static Trace trace(LiveLoad load, LiveLoad.Outcome live, double age) {
    Trace.Builder trace = new Trace.Builder();
    for (int used = 0; used < load.usedRequests(); used++) {
      trace.add(0, PROMPT_TOKENS, 1);
    }
    long from = load.usedRequests() == 0 ? 0 : Math.round(age * NANOS);
    for (long arrival : live.arrivalNanos()) {
      trace.add(from + arrival, PROMPT_TOKENS, 1);
    }
    return trace.build();
  }
}
