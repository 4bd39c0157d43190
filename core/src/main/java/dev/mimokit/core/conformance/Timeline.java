package dev.mimokit.core.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The observed instants of a call as a line: {@code 0.000 429 asked 30 s | 8.003 429 asked 30 s}.
 */
final class Timeline {

  private static final int CALLS_SHOWN = 3;
  private static final int ATTEMPTS_SHOWN = 12;

  private Timeline() {}

  static List<String> of(Evidence evidence) {
    return evidence.calls().stream().limit(CALLS_SHOWN).map(Timeline::line).toList();
  }

  private static String line(Call call) {
    List<String> parts = new ArrayList<>();
    call.attempts().stream()
        .limit(ATTEMPTS_SHOWN)
        .forEach(attempt -> parts.add(shown(attempt, call.attempts().get(0).receivedNanos())));
    int hidden = call.attempts().size() - parts.size();
    if (hidden > 0) {
      parts.add("and " + hidden + " more");
    }
    return call.name() + ": " + (parts.isEmpty() ? "never sent" : String.join(" | ", parts));
  }

  private static String shown(Attempt attempt, long startNanos) {
    String at = String.format(Locale.ROOT, "%.3f", (attempt.receivedNanos() - startNanos) / 1e9);
    String status = attempt.status() == 0 ? "unanswered" : Integer.toString(attempt.status());
    return attempt.retryAfterNanos().isPresent()
        ? at + " " + status + " asked " + Numbers.shown(seconds(attempt)) + " s"
        : at + " " + status;
  }

  private static double seconds(Attempt attempt) {
    return attempt.retryAfterNanos().getAsLong() / 1e9;
  }
}
