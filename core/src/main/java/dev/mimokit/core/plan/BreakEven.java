package dev.mimokit.core.plan;

/** Where the limit on tokens takes over from the limit on requests. */
public final class BreakEven {

  private BreakEven() {}

  /**
   * Tokens of one call, prompt and completion, above which TPM binds before RPM; 100,000 at 100 RPM
   * and 10M TPM.
   */
  public static double tokensPerCall(long requestsPerMinute, long tokensPerMinute) {
    Check.atLeastOne("requestsPerMinute", requestsPerMinute);
    Check.atLeastOne("tokensPerMinute", tokensPerMinute);
    return (double) tokensPerMinute / requestsPerMinute;
  }

  /** Calls a minute that one quota unit admits in the long run, when each has so many tokens. */
  public static double callsPerMinute(
      long requestsPerMinute, long tokensPerMinute, double tokensPerCall) {
    Check.load("tokensPerCall", tokensPerCall);
    double byTokens =
        tokensPerCall == 0 ? Double.POSITIVE_INFINITY : tokensPerMinute / tokensPerCall;
    return Math.min((double) requestsPerMinute, byTokens);
  }
}
