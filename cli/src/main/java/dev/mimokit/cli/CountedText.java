package dev.mimokit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.tokens.TokenCount;
import dev.mimokit.core.tokens.TokenMode;
import java.util.Locale;

/**
 * What one input has come to.
 *
 * @param chat whether it is a request body, counted as the platform's prompt
 * @param count by the mode asked for
 * @param estimate by the estimator, whatever the mode
 * @param seconds that counting took, without reading
 */
record CountedText(
    String name,
    long bytes,
    boolean chat,
    TokenMode mode,
    TokenCount count,
    long estimate,
    double seconds) {

  private static final long LARGE = 1 << 20;

  String line() {
    return String.format(
        Locale.ROOT,
        "%d tokens (%s) in %d bytes of %s%s%s",
        count.tokens(),
        grounds(),
        bytes,
        chat ? "the chat body " : "",
        name,
        bytes < LARGE ? "" : String.format(Locale.ROOT, ", %.0f MB/s", bytes / 1e6 / seconds));
  }

  ObjectNode json() {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("file", name)
            .put("kind", chat ? "chat" : "text")
            .put("bytes", bytes)
            .put("tokens", count.tokens())
            .put("relativeErrorP95", count.relativeErrorP95());
    if (mode != TokenMode.ESTIMATE) {
      json.put("estimate", estimate).put("difference", difference());
    }
    return json;
  }

  private String grounds() {
    String error =
        String.format(
            Locale.ROOT, "within %.0f %% for 95 of 100 texts", 100 * count.relativeErrorP95());
    return switch (mode) {
      case EXACT -> "exact; " + estimated();
      case HYBRID ->
          (count.relativeErrorP95() == 0 ? "exact; " : "sampled, " + error + "; ") + estimated();
      case ESTIMATE -> "estimate, " + error;
    };
  }

  private String estimated() {
    return String.format(Locale.ROOT, "estimate %d, %+.1f %%", estimate, 100 * difference());
  }

  /** How far the estimate is off, as a share of the count. */
  private double difference() {
    return count.tokens() == 0 ? 0 : (double) estimate / count.tokens() - 1;
  }
}
