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
        new Mutant(
            "no retry",
            retrying(RetryPolicy.none()),
            """
            1.7 behavior FAILED
            1.7 outcome FAILED
            1.8 behavior NON_STRICT
            1.8 outcome NON_STRICT
            1.9 behavior NON_STRICT
            1.9 outcome NON_STRICT
            1.11 behavior FAILED
            1.11 outcome FAILED
            2.1 behavior FAILED
            2.1 outcome FAILED
            2.3 behavior FAILED
            2.3 outcome FAILED
            2.9 outcome OK
            3.1 behavior INFORMATIONAL
            3.2 behavior INFORMATIONAL
            3.4 behavior INFORMATIONAL
            3.5 behavior INFORMATIONAL
            3.6 behavior NON_STRICT
            3.7 behavior INFORMATIONAL
            4.1 behavior FAILED
            4.1 outcome FAILED
            9.1 outcome FAILED
            """),
        new Mutant(
            "hot loop",
            retrying(backingOff(new Backoff.Constant(Duration.ZERO))),
            """
            3.1 behavior FAILED
            3.2 behavior NON_STRICT
            3.4 behavior INFORMATIONAL
            3.5 behavior INFORMATIONAL
            3.6 behavior NON_STRICT
            """),
        new Mutant(
            "no jitter",
            retrying(backingOff(doubling(Jitter.NONE, Duration.ofSeconds(32)))),
            """
            3.4 behavior FAILED
            3.5 behavior NON_STRICT
            """),
        new Mutant(
            "ignores Retry-After",
            retrying(REFERENCE.using(new RetryAfterUse.Ignore())),
            """
            2.1 behavior FAILED
            2.9 behavior FAILED
            4.1 behavior FAILED
            """),
        new Mutant(
            "clamps Retry-After to 8 s",
            retrying(REFERENCE.using(new RetryAfterUse.Clamp(Duration.ofSeconds(8)))),
            """
            2.3 behavior FAILED
            2.9 behavior FAILED
            """),
        new Mutant(
            "retries 400",
            retrying(REFERENCE.retrying(with(400))),
            """
            1.1 behavior FAILED
            1.11 behavior FAILED
            """),
        new Mutant(
            "retries for ever",
            retrying(endless(doubling(Jitter.EQUAL, Duration.ofSeconds(4)))),
            """
            3.3 behavior FAILED
            """),
        new Mutant(
            "answers twice",
            answeringTwice(),
            """
            9.1 behavior FAILED
            """));
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

  private static Backoff doubling(Jitter jitter, Duration cap) {
    return new Backoff.Exponential(Duration.ofSeconds(1), 2, cap, jitter);
  }

  /** Waits that grow to 32 s would hide it: 62 s of observation hold no tenth attempt of those. */
  private static RetryPolicy endless(Backoff backoff) {
    return RetryPolicy.of(FOR_EVER, backoff).using(REFERENCE.retryAfterUse());
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
