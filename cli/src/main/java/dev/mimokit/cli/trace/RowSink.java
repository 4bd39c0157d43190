package dev.mimokit.cli.trace;

import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Trace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes rows as texts, refuses what is no request, and makes the trace of the rest. */
final class RowSink {

  private static final int LONGEST_NUMBER = 20;

  private record Row(long nanos, long prompt, long output) {}

  private final Path file;
  private final Layout layout;
  private final boolean sorting;
  private final Trace.Builder inOrder = new Trace.Builder();
  private final List<Row> toSort = new ArrayList<>();
  private boolean any;
  private long firstNanos;
  private long lastNanos;
  private long lastLine;

  RowSink(Path file, Layout layout, boolean sorting) {
    this.file = file;
    this.layout = layout;
    this.sorting = sorting;
  }

  /**
   * Takes one row.
   *
   * @param texts of time, prompt and output
   * @param places where in the line they stand, counted from 1
   */
  void accept(long line, String[] texts, int[] places) {
    long nanos = time(line, texts[0], places[0]);
    long prompt = tokens(line, layout.prompt(), texts[1], places[1]);
    long output = tokens(line, layout.output(), texts[2], places[2]);
    if (sorting) {
      toSort.add(new Row(nanos, prompt, output));
    } else {
      inOrder.add(nanos, prompt, output);
    }
    lastNanos = nanos;
    lastLine = line;
  }

  private long time(long line, String text, int place) {
    long nanos =
        layout
            .unit()
            .nanos(text.strip())
            .orElseThrow(() -> wrong(line, place, layout.time(), layout.unit().expected(), text));
    if (!any) {
      any = true;
      firstNanos = nanos;
      return nanos;
    }
    if (!sorting && nanos < lastNanos) {
      throw wrong(
          line,
          place,
          layout.time(),
          "a time not before that of line " + lastLine + " (--sort sorts a trace)",
          text);
    }
    long longest = Extent.LONGEST.toNanos();
    if (Math.abs(nanos - firstNanos) > longest || nanos - firstNanos == Long.MIN_VALUE) {
      String expected = "a time within " + Extent.LONGEST.toDays() + " days of the first";
      throw wrong(line, place, layout.time(), expected, text);
    }
    return nanos;
  }

  private long tokens(long line, String column, String text, int place) {
    String expected = "a whole number within 0.." + Tokens.MOST;
    try {
      String plain = text.strip();
      long count = plain.length() > LONGEST_NUMBER ? -1 : new BigDecimal(plain).longValueExact();
      if (count >= 0 && count <= Tokens.MOST) {
        return count;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw wrong(line, place, column, expected, text);
    }
    throw wrong(line, place, column, expected, text);
  }

  private TraceFormatException wrong(
      long line, int place, String column, String expected, String found) {
    return new TraceFormatException(
        file,
        line,
        "column %d (%s): expected %s, found %s"
            .formatted(
                place,
                column,
                expected,
                found.isBlank() ? "nothing" : TraceFormatException.shown(found)));
  }

  /** All rows; refuses none. */
  Trace trace() {
    if (!any) {
      throw new TraceFormatException(file, "expected at least one request, found none");
    }
    toSort.sort(Comparator.comparingLong(Row::nanos));
    toSort.forEach(row -> inOrder.add(row.nanos(), row.prompt(), row.output()));
    return inOrder.build();
  }
}
