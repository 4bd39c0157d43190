package dev.mimokit.report.compare;

import java.util.Locale;

/** Numbers as people read them. */
final class Shown {

  private Shown() {}

  /** Four significant digits or so, never an exponent. */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 1_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 3 : 5;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A ratio as a signed change: {@code +12.3 %}. */
  static String percent(double ratio) {
    return Double.isFinite(ratio)
        ? String.format(Locale.ROOT, "%+.1f %%", (ratio - 1) * 100)
        : ratio > 0 ? "from 0" : "-";
  }
}
