package dev.mimokit.core.plan;

import dev.mimokit.core.sim.Cause;
import dev.mimokit.core.sim.Measured;
import java.util.function.DoubleUnaryOperator;

/** What an objective is about; its value is a mean over replications. */
public sealed interface Measure {

  /** Its value in what a scenario came to. */
  double of(Answer answer);

  /**
   * A quantile of how long calls waited, from their intended start to admission, seconds. A call
   * that is never admitted waits for ever.
   *
   * @param percentile above 0, at most 100; 100 is the longest
   */
  record Wait(double percentile) implements Measure {

    @Override
    public double of(Answer answer) {
      return answer
          .estimate(
              run ->
                  ofAll(
                      (double) run.counts().offered(),
                      run.counts().admitted(),
                      percentile,
                      run.times()::waitSeconds))
          .mean();
    }

    /** Refuses what is no percentile. */
    public Wait {
      requirePercentile(percentile);
    }
  }

  /**
   * A quantile of how long calls took, from their intended start to the end of the answer, seconds.
   * A call that never ends takes for ever.
   *
   * @param percentile above 0, at most 100
   */
  record EndToEnd(double percentile) implements Measure {

    @Override
    public double of(Answer answer) {
      return answer
          .estimate(
              run ->
                  ofAll(
                      (double) (run.counts().offered() - run.counts().cancelled()),
                      run.times().endToEnd().getTotalCount(),
                      percentile,
                      run.times()::endToEndSeconds))
          .mean();
    }

    /** Refuses what is no percentile. */
    public EndToEnd {
      requirePercentile(percentile);
    }
  }

  /** The share of attempts that were answered 429, 0 to 1. */
  record RefusedShare() implements Measure {

    @Override
    public double of(Answer answer) {
      return answer.estimate(RefusedShare::share).mean();
    }

    /** Of one replication. */
    public static double share(Measured run) {
      long refused =
          run.counts().refused() - run.causes().refusals().getOrDefault(Cause.OUTAGE, 0L);
      long attempts = run.counts().admitted() + run.counts().refused();
      return attempts == 0 ? 0 : (double) refused / attempts;
    }
  }

  /** The share of calls that were given up, 0 to 1. */
  record GivenUpShare() implements Measure {

    @Override
    public double of(Answer answer) {
      return answer.estimate(run -> run.counts().givenUpShare()).mean();
    }
  }

  /** Refusals by call. */
  record RefusalsPerCall() implements Measure {

    @Override
    public double of(Answer answer) {
      return answer.refusedPerJob().mean();
    }
  }

  /** From the first intended start to the last admission, seconds. */
  record Drain() implements Measure {

    @Override
    public double of(Answer answer) {
      return answer.drainSeconds().mean();
    }
  }

  /** Whether it is a share, 0 to 1. */
  default boolean isShare() {
    return this instanceof RefusedShare || this instanceof GivenUpShare;
  }

  /** Whether it is a span of time. */
  default boolean isTime() {
    return this instanceof Wait || this instanceof EndToEnd || this instanceof Drain;
  }

  /** A quantile of those that came to an end, moved up for those that did not. */
  private static double ofAll(
      double all, long ended, double percentile, DoubleUnaryOperator seconds) {
    double among = ended == 0 ? Double.POSITIVE_INFINITY : percentile * all / ended;
    return among > 100 ? Double.POSITIVE_INFINITY : seconds.applyAsDouble(among);
  }

  private static void requirePercentile(double value) {
    if (!(value > 0 && value <= 100)) {
      throw new IllegalArgumentException("a percentile must be above 0 and at most 100: " + value);
    }
  }
}
