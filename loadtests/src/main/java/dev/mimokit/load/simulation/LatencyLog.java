package dev.mimokit.load.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The suite's latencies in HdrHistogram's log format, microseconds: one interval a load and tag,
 * {@code burst.call}, {@code burst.attempt} and so on. The figures printed beside the encoded
 * histogram are milliseconds.
 */
final class LatencyLog {

  private static final double MICROS_PER_MILLI = 1_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final HistogramLogWriter writer = new HistogramLogWriter(bytes);
  private final long startMillis;

  /** Begins at {@code startMillis}, in milliseconds of the epoch. */
  LatencyLog(long startMillis) {
    this.startMillis = startMillis;
    writer.outputComment("[microseconds; printed maxima in milliseconds]");
    writer.outputLogFormatVersion();
    writer.outputStartTime(startMillis);
    writer.outputBaseTime(startMillis);
    writer.outputLegend();
  }

  /** Adds what was recorded between two times, in milliseconds of the epoch. */
  void add(String tag, Histogram histogram, long fromMillis, long toMillis) {
    histogram.setTag(tag);
    writer.outputIntervalHistogram(
        seconds(fromMillis), seconds(toMillis), histogram, MICROS_PER_MILLI);
  }

  private double seconds(long epochMillis) {
    return (epochMillis - startMillis) / 1_000.0;
  }

  void write(Path file) throws IOException {
    SuiteFiles.replace(file, bytes.toByteArray());
  }
}
