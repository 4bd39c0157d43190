package dev.mimokit.core.plan;

import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Supply;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What all replications of a scenario came to, and which limit binds.
 *
 * @param replications in their order
 * @param drain the earliest that any client could have had the admitted requests admitted, had all
 *     been due at once; of the replication with the earliest
 */
public record Answer(
    Scenario scenario,
    Hypothesis hypothesis,
    List<Measured> replications,
    Binding binding,
    DrainBound drain) {

  /** What must be said with every answer, since more keys are what is tried first. */
  public static final String KEYS =
      "More keys of one account never help: limits are summed over all keys of an account, for each"
          + " model. Ask for a raise, or use as many quota units.";

  /** Copies the list; refuses none. */
  public Answer {
    replications = List.copyOf(replications);
    if (replications.isEmpty()) {
      throw new IllegalArgumentException("an answer needs at least one replication");
    }
  }

  static Answer of(Scenario scenario, List<Measured> replications) {
    return new Answer(
        scenario,
        Hypothesis.of(scenario),
        replications,
        Binding.of(replications),
        replications.stream()
            .map(run -> bound(scenario, run.counts()))
            .reduce(DrainBound::earlier)
            .orElse(DrainBound.NONE));
  }

  /** Tokens that are cut alike need whole windows; others are taken as if they could be split. */
  private static DrainBound bound(Scenario scenario, Measured.Counts counts) {
    Supply supply = scenario.supply();
    long admitted = counts.admitted();
    if (supply.quota().counting().accounting() == TokenAccounting.ACTUAL_ONLY) {
      return DrainBound.ofAll(supply.quota(), supply.units(), admitted, 0); // nothing is reserved
    }
    long tokens = counts.leastTokens();
    boolean alike = admitted > 0 && counts.smallestTokens() * admitted == tokens;
    return alike
        ? DrainBound.of(supply.quota(), supply.units(), admitted, counts.smallestTokens())
        : DrainBound.ofAll(supply.quota(), supply.units(), admitted, tokens);
  }

  Answer with(Binding other) {
    return new Answer(scenario, hypothesis, replications, other, drain);
  }

  /** Any figure of a replication, with its interval. */
  public Estimate estimate(ToDoubleFunction<Measured> figure) {
    return Estimate.of(replications.stream().mapToDouble(figure).boxed().toList());
  }

  /** Requests asked for in a replication. */
  public Estimate offered() {
    return estimate(run -> run.counts().offered());
  }

  /** Requests let in. */
  public Estimate admitted() {
    return estimate(run -> run.counts().admitted());
  }

  /** Refused attempts. */
  public Estimate refused() {
    return estimate(run -> run.counts().refused());
  }

  /** Requests given up before they were let in. */
  public Estimate givenUp() {
    return estimate(run -> run.counts().givenUp());
  }

  /** Requests given up, of all. */
  public Estimate givenUpShare() {
    return estimate(run -> run.counts().givenUpShare());
  }

  /** Requests whose first attempt was refused, of all. */
  public Estimate firstRefusedShare() {
    return estimate(run -> run.counts().firstRefusedShare());
  }

  /** Refused attempts for each request. */
  public Estimate refusedPerJob() {
    return estimate(run -> run.counts().refusedPerJob());
  }

  /** Requests within the goal, of all. */
  public Estimate goodShare() {
    return estimate(run -> run.counts().goodShare());
  }

  /** That percentile of the wait for admission, in seconds. */
  public Estimate waitSeconds(double percentile) {
    return estimate(run -> run.times().waitSeconds(percentile));
  }

  /** The mean wait for admission, in seconds. */
  public Estimate meanWaitSeconds() {
    return estimate(run -> run.times().meanWaitSeconds());
  }

  /** That percentile from being asked for to the end of the answer, in seconds. */
  public Estimate endToEndSeconds(double percentile) {
    return estimate(run -> run.times().endToEndSeconds(percentile));
  }

  /** The last admission, in seconds from the start. */
  public Estimate drainSeconds() {
    return estimate(run -> run.times().lastAdmissionNanos() / 1e9);
  }

  /** Waits of all replications together, in microseconds; a copy. */
  public Histogram waits() {
    return sum(run -> run.times().waits());
  }

  /** Times to the end of all replications together, in microseconds; a copy. */
  public Histogram endToEnd() {
    return sum(run -> run.times().endToEnd());
  }

  private Histogram sum(Function<Measured, Histogram> which) {
    Histogram all = which.apply(replications.get(0)).copy();
    replications.stream().skip(1).map(which).forEach(all::add);
    return all;
  }
}
