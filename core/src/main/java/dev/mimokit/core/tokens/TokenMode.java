package dev.mimokit.core.tokens;

/** How texts are counted where time matters: while a request waits to be admitted. */
public enum TokenMode {
  /** Every text exactly. */
  EXACT,
  /**
   * Texts up to {@link HybridCounter#DEFAULT_BOUND} exactly, longer ones by {@link HybridCounter}.
   */
  HYBRID,
  /** Every text by {@link TokenEstimator}; no vocabulary is ever loaded. */
  ESTIMATE
}
