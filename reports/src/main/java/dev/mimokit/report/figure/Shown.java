package dev.mimokit.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as figures and their tables show them; the same in every locale. */
public final class Shown {

  private Shown() {}

  /** A coordinate, to a tenth of a unit. */
  static String at(double coordinate) {
    return rounded(coordinate, 1);
  }

  /** Seconds to the millisecond, without a unit: {@code 8.003}. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /** Seconds as short as they are exact to the millisecond: {@code 30}. */
  static String shortSeconds(double seconds) {
    return rounded(seconds, 3);
  }

  /** At most that many decimals, none that say nothing. */
  public static String rounded(double value, int decimals) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /** A whole number in groups of three: {@code 12,345}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** At most that many characters, the last an ellipsis when some were left out. */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
