package dev.mimokit.core.pace;

import dev.mimokit.core.catalog.Provenance;

/**
 * How fast one model answers. The wait for the first token is lognormal, so two points tell it.
 *
 * @param ttftMedianNanos half of the answers to an empty prompt begin by then; at least 1
 * @param ttftP95Nanos 19 of 20 begin by then; not less than the median
 * @param prefillNanosPer10k later by so much for every 10,000 prompt tokens
 * @param tokensPerSecond of the decode, at least 1
 * @param source who printed or saw it
 */
public record Speed(
    long ttftMedianNanos,
    long ttftP95Nanos,
    long prefillNanosPer10k,
    int tokensPerSecond,
    Silence silence,
    Provenance provenance,
    String source) {

  /** The standard normal distribution's 95th percentile. */
  private static final double Z95 = 1.6448536269514722;

  private static final double PREFILL_TOKENS = 10_000;

  /** Refuses a decode that never ends, a p95 below the median and a negative prefill. */
  public Speed {
    if (tokensPerSecond < 1) {
      throw new IllegalArgumentException("tokensPerSecond must be at least 1: " + tokensPerSecond);
    }
    if (ttftMedianNanos < 1 || ttftP95Nanos < ttftMedianNanos) {
      throw new IllegalArgumentException(
          "a TTFT median must be at least 1 ns and its p95 not less: "
              + ttftMedianNanos
              + ", "
              + ttftP95Nanos);
    }
    if (prefillNanosPer10k < 0) {
      throw new IllegalArgumentException("prefill must not be negative: " + prefillNanosPer10k);
    }
  }

  /** The wait for the first token of one answer. */
  long ttftNanos(long promptTokens, long seed) {
    double sigma = StrictMath.log((double) ttftP95Nanos / ttftMedianNanos) / Z95;
    double drawn = ttftMedianNanos * StrictMath.exp(sigma * Normal.draw(seed));
    double prefill = promptTokens / PREFILL_TOKENS * prefillNanosPer10k;
    return Math.round(drawn) + Math.round(prefill) + silence.nanos(promptTokens);
  }
}
