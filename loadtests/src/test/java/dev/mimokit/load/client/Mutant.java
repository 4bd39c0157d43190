package dev.mimokit.load.client;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.Jitter;
import dev.mimokit.core.retry.RetryAfterUse;
import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.load.agent.MimoAgent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A client that is wrong in one way, and the verdicts it must change: without this a catalogue of
 * cases proves nothing.
 *
 * @param flips {@code case aspect VERDICT}, a line each, in the order of the cases
 */
record Mutant(String name, VirtualRun.Subject subject, String flips) {

  private static final RetryPolicy REFERENCE = RetryPolicy.reference();
  private static final int FOR_EVER = Integer.MAX_VALUE;

  /** All of them. */
  static List<Mutant> all() {
    return List.of(
        new Mutant("no retry", retrying(RetryPolicy.none()), ""),
        new Mutant("hot loop", retrying(backingOff(new Backoff.Constant(Duration.ZERO))), ""),
        new Mutant("no jitter", retrying(backingOff(doubling(Jitter.NONE))), ""),
        new Mutant(
            "ignores Retry-After", retrying(REFERENCE.using(new RetryAfterUse.Ignore())), ""),
        new Mutant(
            "clamps Retry-After to 8 s",
            retrying(REFERENCE.using(new RetryAfterUse.Clamp(Duration.ofSeconds(8)))),
            ""),
        new Mutant("retries 400", retrying(REFERENCE.retrying(with(400))), ""),
        new Mutant("retries for ever", retrying(lasting(FOR_EVER)), ""),
        new Mutant("answers twice", answeringTwice(), ""));
  }

  /** The client that is right. */
  static VirtualRun.Subject reference() {
    return retrying(REFERENCE);
  }

  private static VirtualRun.Subject retrying(RetryPolicy policy) {
    return (transport, time, random) ->
        new MimoAgent(new MimoClient(transport, time, policy, random, time.wall()), time);
  }

  private static RetryPolicy backingOff(Backoff backoff) {
    return new RetryPolicy(
        REFERENCE.retriedStatuses(),
        REFERENCE.maxAttempts(),
        backoff,
        REFERENCE.retryAfterUse(),
        REFERENCE.budget());
  }

  private static Backoff doubling(Jitter jitter) {
    return new Backoff.Exponential(Duration.ofSeconds(1), 2, Duration.ofSeconds(32), jitter);
  }

  private static RetryPolicy lasting(int attempts) {
    return RetryPolicy.of(attempts, REFERENCE.backoff()).using(REFERENCE.retryAfterUse());
  }

  private static Set<Integer> with(int status) {
    Set<Integer> statuses = new HashSet<>(REFERENCE.retriedStatuses());
    statuses.add(status);
    return statuses;
  }

  private static VirtualRun.Subject answeringTwice() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) -> agent.start(call, tell.andThen(tell));
    };
  }
}
