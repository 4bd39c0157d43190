package dev.mimokit.bench.row;

import dev.mimokit.bench.host.HostLoad;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a measurement found.
 *
 * @param skipped what could not be measured and why, a line each
 */
public record Findings(List<Row> rows, List<Control> controls, List<String> skipped) {

  /** Nothing measured and nothing missed. */
  public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Findings {
    rows = List.copyOf(rows);
    controls = List.copyOf(controls);
    skipped = List.copyOf(skipped);
  }

  /** Nothing but something that could not be measured. */
  public static Findings skipped(String why) {
    return new Findings(List.of(), List.of(), List.of(why));
  }

  /** Both, this one first. */
  public Findings and(Findings more) {
    return new Findings(
        join(rows, more.rows), join(controls, more.controls), join(skipped, more.skipped));
  }

  private static <T> List<T> join(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The same, all measured while the machine was loaded so. */
  public Findings on(HostLoad load) {
    return new Findings(rows.stream().map(row -> row.on(load)).toList(), controls, skipped);
  }

  /** Whether anything was measured, and every control lies in its band. */
  public boolean sound() {
    return !rows.isEmpty() && controls.stream().allMatch(Control::withinBand);
  }
}
