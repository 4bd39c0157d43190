package dev.mimokit.report.render;

import dev.mimokit.report.read.BenchRow;
import java.util.List;
import java.util.Locale;

/** Figures as lines: what, how much, between which, against what, and the machine beside it. */
final class RowTable {

  private RowTable() {}

  static String of(List<BenchRow> rows) {
    StringBuilder out = new StringBuilder();
    out.append(line("figure", "median", "low", "high", "unit", "target", "", "host"));
    for (BenchRow row : rows) {
      out.append(
          line(
              Plain.line(row.name()),
              number(row.value()),
              number(row.low()),
              number(row.high()),
              Plain.line(row.unit()),
              Plain.line(row.target()),
              Plain.line(row.judgement()),
              Plain.line(row.host())));
    }
    return out.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1_000 ? "%.3f" : "%.0f", value);
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-42s %10s %10s %10s  %-15s %-10s  %-12s  %s", cells)
            .stripTrailing()
        + "\n";
  }
}
