package dev.mimokit.core.sim;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.Jitter;
import dev.mimokit.core.retry.RetryAfterUse;
import dev.mimokit.core.retry.RetryPolicy;
import java.time.Duration;

/** How a client waits and retries. Immutable. */
public sealed interface ClientPlan {

  /**
   * Every request is sent when it is asked for, and retried by a policy of {@code core.retry}.
   *
   * @param policy its budget, if any, is shared by all requests of a replication and begins full
   * @param hinted whether the server sends a Retry-After, exact to the nanosecond; the documented
   *     platform sends none
   */
  record Retrying(RetryPolicy policy, boolean hinted) implements ClientPlan {

    /** Refuses a budget, which is state that replications would share. */
    public Retrying {
      if (policy.budget().isPresent()) {
        throw new IllegalArgumentException("a retry budget cannot be simulated");
      }
    }
  }

  /**
   * One queue a quota unit, first come, first served, whose head is sent at the very instant at
   * which the limiter admits it: the least wait that any client without other knowledge of the
   * future can reach in order. Nothing is refused but by overload or outage.
   */
  record Fifo() implements ClientPlan {}

  /**
   * One queue a quota unit, sent evenly at a share of its RPM by {@code core.retry.Pacer}; what is
   * refused all the same stays at the head for the next permit, and for at least a second.
   *
   * @param headroom share of the limit that is used, in (0, 1]
   * @param burst share of that which may start together, in [0, 1]; at least one may. It is paid
   *     for by wider gaps: after a burst of half the permits the other half is spread over a
   *     window, after a burst of all of them one permit comes a window.
   */
  record PacedQueue(double headroom, double burst) implements ClientPlan {

    /** Refuses shares outside their ranges. */
    public PacedQueue {
      if (!(headroom > 0 && headroom <= 1)) {
        throw new IllegalArgumentException("headroom must be above 0, at most 1: " + headroom);
      }
      if (!(burst >= 0 && burst <= 1)) {
        throw new IllegalArgumentException("burst must be within 0..1: " + burst);
      }
    }
  }

  /**
   * The parallel processor of the openai-cookbook's examples: one token bucket each for requests
   * and tokens, that begin full and fill evenly; after a 429 nothing is sent for {@code pause}; a
   * refused request goes back to the end of a retry queue, which goes first.
   *
   * @param headroom share of the limits that its buckets are told, in (0, 1]
   * @param attempts of one request in all; its own default is 5
   */
  record Cookbook(double headroom, Duration pause, int attempts) implements ClientPlan {

    /** Refuses shares outside (0, 1], a negative pause and fewer than 1 attempt. */
    public Cookbook {
      if (!(headroom > 0 && headroom <= 1)) {
        throw new IllegalArgumentException("headroom must be above 0, at most 1: " + headroom);
      }
      if (pause.isNegative()) {
        throw new IllegalArgumentException("pause must not be negative: " + pause);
      }
      if (attempts < 1) {
        throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
      }
    }

    /** As it comes: all of the limit, 15 s, 5 attempts. */
    public static Cookbook asItComes() {
      return new Cookbook(1, Duration.ofSeconds(15), 5);
    }
  }

  /** As many attempts as it takes. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** One attempt. */
  static ClientPlan noRetry() {
    return new Retrying(RetryPolicy.none(), false);
  }

  /** The same wait after every refusal, whatever the server asks for. */
  static ClientPlan constant(Duration delay, int attempts) {
    return ignoring(new Backoff.Constant(delay), attempts);
  }

  /** Exponential backoff, doubling, with full jitter, whatever the server asks for. */
  static ClientPlan expFullJitter(Duration base, Duration cap, int attempts) {
    return ignoring(new Backoff.Exponential(base, 2, cap, Jitter.FULL), attempts);
  }

  /** Exactly the wait that the server asks for. */
  static ClientPlan retryAfter(int attempts) {
    return obeying(RetryAfterUse.Obey.exactly(), attempts);
  }

  /**
   * At least the wait that the server asks for, later by up to {@code share} of it: 0.25 adds up to
   * a quarter.
   */
  static ClientPlan retryAfterJittered(double share, int attempts) {
    return obeying(new RetryAfterUse.ObeyAndSpread(share), attempts);
  }

  private static ClientPlan ignoring(Backoff backoff, int attempts) {
    RetryPolicy policy = RetryPolicy.of(attempts, backoff).using(new RetryAfterUse.Ignore());
    return new Retrying(policy, false);
  }

  private static ClientPlan obeying(RetryAfterUse use, int attempts) {
    Backoff unhinted = new Backoff.Constant(Duration.ofSeconds(1));
    return new Retrying(RetryPolicy.of(attempts, unhinted).using(use), true);
  }
}
