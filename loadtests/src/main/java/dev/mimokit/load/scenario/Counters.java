package dev.mimokit.load.scenario;

/**
 * The facts of one load, without a verdict.
 *
 * @param offered calls begun
 * @param answered calls that ended in 200
 * @param givenUp calls the policy gave up
 * @param attempts HTTP sends that ended, those of unfinished calls too
 * @param refused of these, answered 429
 * @param failed of these, any other status
 * @param unanswered of these, no HTTP answer at all
 * @param mostAttempts of one call
 * @param longestCallMicros of one call, from its intended start
 */
public record Counters(
    long offered,
    long answered,
    long givenUp,
    long attempts,
    long refused,
    long failed,
    long unanswered,
    long mostAttempts,
    long longestCallMicros) {

  /** Nothing happened. */
  public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Calls that were neither answered nor given up when the load ended. */
  public long unfinished() {
    return offered - answered - givenUp;
  }
}
