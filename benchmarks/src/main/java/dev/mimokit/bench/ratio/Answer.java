package dev.mimokit.bench.ratio;

import dev.mimokit.bench.row.Control;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What all readings of a question say together. */
record Answer(Label label, List<Reading> readings) {

  /**
   * A row with the median of the readings, and the control that was measured beside it. When that
   * is outside the band, the row is inconclusive.
   *
   * @throws IllegalArgumentException without a reading
   */
  Findings findings() {
    Row row =
        Row.of(
            label.name(), Spread.of(readings.stream().map(Reading::value).toList()), label.unit());
    Row wanted = label.target().map(row::against).orElse(row);
    List<Double> controls =
        readings.stream()
            .map(Reading::control)
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList();
    if (controls.isEmpty()) {
      return new Findings(List.of(wanted), List.of(), List.of());
    }
    Control control = new Control(label.name(), Spread.of(controls), "x itself", Reading.BAND);
    Row judged = control.withinBand() ? wanted : wanted.inconclusive(outside(control));
    return new Findings(List.of(judged), List.of(control), List.of());
  }

  private static String outside(Control control) {
    return String.format(
        Locale.ROOT,
        "control %.3f..%.3f is not within %s",
        control.spread().low(),
        control.spread().high(),
        control.band().text());
  }
}
