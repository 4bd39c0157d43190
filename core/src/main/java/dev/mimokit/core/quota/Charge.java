package dev.mimokit.core.quota;

/**
 * What was charged {@code ageNanos} ago: requests and tokens, neither negative. A completion
 * charged after its admission left the window has 0 requests.
 */
public record Charge(long ageNanos, int requests, long tokens) {

  /** A limiter holds one entry a request, so a restored charge is bounded. */
  public static final int MAX_REQUESTS = 100_000;

  /** Refuses negative parts and more than {@link #MAX_REQUESTS} requests. */
  public Charge {
    if (ageNanos < 0 || tokens < 0) {
      throw new IllegalArgumentException(
          "a charge must not be negative: age " + ageNanos + " ns, tokens " + tokens);
    }
    if (requests < 0 || requests > MAX_REQUESTS) {
      throw new IllegalArgumentException(
          "requests of a charge must be within 0.." + MAX_REQUESTS + ": " + requests);
    }
  }

  /** As many requests as can be restored, when a window counted more. */
  static Charge counted(long ageNanos, long requests, long tokens) {
    return new Charge(ageNanos, (int) Math.min(requests, MAX_REQUESTS), tokens);
  }
}
