package dev.mimokit.core.conformance;

import java.util.Arrays;

/** How a measured value is held against a threshold. */
public enum Comparison {
  /** Equal. */
  EQUAL("=="),
  /** At most. */
  AT_MOST("<="),
  /** At least. */
  AT_LEAST(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** As written in case files and shown to people. */
  public String symbol() {
    return symbol;
  }

  /** Whether {@code value} stands in this relation to {@code threshold}. */
  public boolean holds(double value, double threshold) {
    return switch (this) {
      case EQUAL -> value == threshold;
      case AT_MOST -> value <= threshold;
      case AT_LEAST -> value >= threshold;
    };
  }

  /** The comparison written so. */
  public static Comparison of(String symbol) {
    return Arrays.stream(values())
        .filter(comparison -> comparison.symbol.equals(symbol))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("comparison must be ==, <= or >=: " + symbol));
  }
}
