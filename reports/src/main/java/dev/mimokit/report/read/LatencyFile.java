package dev.mimokit.report.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** {@code latency.hlog}: one histogram a tag, in microseconds; the intervals of a tag are added. */
final class LatencyFile {

  static final String FILE = "latency.hlog";

  private static final String UNTAGGED = "all";

  private LatencyFile() {}

  static Map<String, Histogram> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    Map<String, Histogram> byTag = new TreeMap<>();
    if (!Files.exists(file)) {
      return byTag;
    }
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("\"")) {
        add(byTag, interval(file + ": line " + (i + 1), line));
      }
    }
    return byTag;
  }

  private static List<String> lines(Path file) throws RunFormatException {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw Json.unreadable(file, e);
    }
  }

  // One reader a line: the library's own reader stops silently at a line it cannot read.
  private static Histogram interval(String where, String line) throws RunFormatException {
    try (var reader =
        new HistogramLogReader(
            new ByteArrayInputStream((line + '\n').getBytes(StandardCharsets.UTF_8)))) {
      EncodableHistogram read = reader.nextIntervalHistogram();
      if (read instanceof Histogram histogram) {
        return histogram;
      }
    } catch (RuntimeException e) {
      // Answered below: whatever it stumbled over, the line is not one of its log.
    }
    throw new RunFormatException(where + ": expected an HdrHistogram log interval: " + start(line));
  }

  private static String start(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private static void add(Map<String, Histogram> byTag, Histogram interval) {
    String tag = interval.getTag() == null ? UNTAGGED : interval.getTag();
    merge(byTag, tag, interval);
  }

  /** Adds counts exactly; ranges grow as they need. */
  static void merge(Map<String, Histogram> byTag, String tag, Histogram more) {
    Histogram sum =
        byTag.computeIfAbsent(
            tag, unseen -> new Histogram(more.getNumberOfSignificantValueDigits()));
    sum.setAutoResize(true);
    sum.add(more);
  }
}
