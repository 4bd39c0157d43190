package dev.mimokit.load.run;

import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code latency.hlog}: microseconds from when a call was asked for until it was told, one interval
 * an agent (tag {@code AGENT.call}), and behind them what Gatling has measured.
 */
final class Latencies {

  private static final long MOST_MICROS = 600_000_000L;
  private static final double MICROS_PER_MILLI = 1_000;

  private final Map<String, Histogram> byTag = new LinkedHashMap<>();

  /** Adds the told calls of cases; those of loads have a log of their own. */
  void add(Iterable<JournalEntry> entries) {
    Map<String, Long> asked = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.caseId().startsWith("load.")) {
        continue;
      }
      if (entry.event() instanceof JournalEvent.Asked event) {
        asked.put(event.call(), event.atNanos());
      } else if (entry.event() instanceof JournalEvent.Told event) {
        Long start = asked.remove(event.call());
        if (start != null) {
          histogram(entry.agent() + ".call").recordValue(micros(event.atNanos() - start));
        }
      }
    }
  }

  private static long micros(long nanos) {
    return Math.max(0, Math.min(MOST_MICROS, nanos / 1_000));
  }

  private Histogram histogram(String tag) {
    return byTag.computeIfAbsent(tag, unused -> new Histogram(MOST_MICROS, 3));
  }

  /** Adds another log's intervals. */
  void add(byte[] log) {
    try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log))) {
      EncodableHistogram next = reader.nextIntervalHistogram();
      while (next != null) {
        if (next instanceof Histogram histogram && histogram.getTag() != null) {
          byTag.putIfAbsent(histogram.getTag(), histogram);
        }
        next = reader.nextIntervalHistogram();
      }
    }
  }

  /** The log; all intervals span the run. */
  byte[] log(RunFiles.Times times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    writer.outputComment("[microseconds; printed maxima in milliseconds]");
    writer.outputLogFormatVersion();
    writer.outputStartTime(times.startEpochMillis());
    writer.outputBaseTime(times.startEpochMillis());
    writer.outputLegend();
    new TreeMap<>(byTag)
        .forEach(
            (tag, histogram) -> {
              histogram.setTag(tag);
              writer.outputIntervalHistogram(0, times.wallSeconds(), histogram, MICROS_PER_MILLI);
            });
    return bytes.toByteArray();
  }
}
