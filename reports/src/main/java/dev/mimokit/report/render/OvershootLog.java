package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Attempt;
import dev.mimokit.core.conformance.Call;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.report.read.CaseKey;
import dev.mimokit.report.read.Run;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code overshoot.hlog}: how long after the end of a wait asked for in Retry-After the next
 * attempt came, in microseconds, one interval an agent (tag {@code AGENT.overshoot}). Attempts that
 * came before it stand, by how much, under {@code AGENT.early}.
 */
public final class OvershootLog {

  private static final long MOST_MICROS = 3_600_000_000L;
  private static final long NANOS_IN_A_MICRO = 1_000;
  private static final double MICROS_IN_A_MILLI = 1_000;

  private final Map<String, Histogram> byTag = new TreeMap<>();

  private OvershootLog() {}

  /** Renders it; only its head when nobody was asked to wait. */
  public static String of(Run run) {
    OvershootLog log = new OvershootLog();
    run.evidence().forEach(log::add);
    return log.text();
  }

  private void add(CaseKey key, Evidence evidence) {
    for (Call call : evidence.calls()) {
      List<Attempt> attempts = call.attempts();
      for (int i = 1; i < attempts.size(); i++) {
        add(key.agent(), attempts.get(i - 1), attempts.get(i));
      }
    }
  }

  private void add(String agent, Attempt refused, Attempt next) {
    if (refused.retryAfterNanos().isPresent()) {
      long since = refused.answeredNanos().orElse(refused.receivedNanos());
      long over = next.receivedNanos() - since - refused.retryAfterNanos().getAsLong();
      String tag = tag(agent) + (over < 0 ? ".early" : ".overshoot");
      byTag
          .computeIfAbsent(tag, unseen -> new Histogram(MOST_MICROS, 3))
          .recordValue(Math.min(MOST_MICROS, Math.abs(over) / NANOS_IN_A_MICRO));
    }
  }

  /** The format ends a tag at a comma, and a line at its end. */
  private static String tag(String agent) {
    return agent.replaceAll("[^A-Za-z0-9._/+-]", "_");
  }

  private String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    writer.outputComment("[microseconds; printed maxima in milliseconds]");
    writer.outputLogFormatVersion();
    writer.outputLegend();
    byTag.forEach(
        (tag, histogram) -> {
          histogram.setTag(tag);
          writer.outputIntervalHistogram(0, 0, histogram, MICROS_IN_A_MILLI);
        });
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
