package dev.mimokit.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A linear axis from 0 to {@code end}, drawn from {@code from} over {@code length} units. */
record Axis(double end, double from, double length) {

  private static final int MOST_TICKS = 9;

  double at(double value) {
    return from + length * Math.min(1, Math.max(0, value / end));
  }

  /** Round values from 0 to the end, at most nine. */
  List<Tick> ticks(String unit) {
    BigDecimal step = step();
    List<Tick> ticks = new ArrayList<>();
    BigDecimal limit = BigDecimal.valueOf(end);
    for (BigDecimal v = BigDecimal.ZERO; v.compareTo(limit) <= 0; v = v.add(step)) {
      String label = v.signum() == 0 ? "0" : v.stripTrailingZeros().toPlainString();
      ticks.add(new Tick(Shown.at(at(v.doubleValue())), label + unit));
    }
    return ticks;
  }

  private BigDecimal step() {
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(end)) - 1);
    for (int factor : new int[] {1, 2, 5, 10, 20}) {
      BigDecimal step = unit.multiply(BigDecimal.valueOf(factor));
      if (end / step.doubleValue() < MOST_TICKS) {
        return step;
      }
    }
    return unit.multiply(BigDecimal.valueOf(50));
  }
}
