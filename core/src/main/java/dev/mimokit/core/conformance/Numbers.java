package dev.mimokit.core.conformance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How measured numbers are shown: at most three decimals, none when whole. */
final class Numbers {

  private Numbers() {}

  static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }

  static String shown(double value) {
    return BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
  }
}
