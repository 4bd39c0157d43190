package dev.mimokit.server.quirk;

import static dev.mimokit.core.catalog.Provenance.ASSUMED;
import static dev.mimokit.core.catalog.Provenance.DOCUMENTED;
import static dev.mimokit.core.catalog.Provenance.OBSERVED;

import java.util.List;

/**
 * Every habit that is unsettled, in one place. The defaults are {@link #DEFAULT}, their grounds
 * {@link #GROUNDS}. Immutable.
 *
 * @param streamErrorPrefix whether a refused stream request's body stands after {@code data:}
 * @param usageChunk when a stream tells its usage
 * @param emptyPromptDetails how empty prompt details are written
 * @param moderationStatus the HTTP status of a moderated call, 421 or 400; the code stays 421
 * @param createdDrifts whether {@code created} goes on within one stream
 * @param gatewayHeaders whether the gateway's own header fields are sent
 * @param implicitSystemTokens prompt tokens charged beyond what was sent; at least 0
 * @param bodyLimitBytes longest request body; at least 1
 * @param anthropicThinkingFirst whether the thinking block stands before the text block
 * @param forwarding whether retired models are answered by their successors, by date
 * @param stripOneMillionSuffix whether a model id may end in {@code [1m]}
 * @param ttsCharge whether speech is charged its text and its reported completion
 * @param contextOverflowStatus the status when the prompt leaves no room, 400..499
 * @param streamErrorContentType the content type of a refused stream request
 */
public record Quirks(
    boolean streamErrorPrefix,
    UsageChunk usageChunk,
    EmptyDetails emptyPromptDetails,
    int moderationStatus,
    boolean createdDrifts,
    boolean gatewayHeaders,
    int implicitSystemTokens,
    int bodyLimitBytes,
    boolean anthropicThinkingFirst,
    boolean forwarding,
    boolean stripOneMillionSuffix,
    boolean ttsCharge,
    int contextOverflowStatus,
    String streamErrorContentType) {

  /** What holds unless somebody says otherwise. */
  public static final Quirks DEFAULT =
      new Quirks(
          true,
          UsageChunk.ALWAYS,
          EmptyDetails.OBJECT,
          421,
          true,
          true,
          0,
          64 << 20,
          true,
          false,
          true,
          true,
          400,
          "application/json");

  /** What each default rests on, in the order of the switches. */
  public static final List<Ground> GROUNDS =
      List.of(
          new Ground(
              "streamErrorPrefix",
              OBSERVED,
              "WeKnora 1302, 9router 1210, forgecode 3347 (May and June 2026)"),
          new Ground(
              "usageChunk",
              OBSERVED,
              "the page's own stream shows it without stream_options; one relay showed none"),
          new Ground("emptyPromptDetails", OBSERVED, "both were seen; {} in the captures of May"),
          new Ground("moderationStatus", OBSERVED, "both were seen; 421 is the page's"),
          new Ground(
              "createdDrifts", OBSERVED, "the page's own stream moves on by 8 s, against its text"),
          new Ground("gatewayHeaders", OBSERVED, "header captures of 2026-05-10"),
          new Ground(
              "implicitSystemTokens", ASSUMED, "five counted prompts need none; one reply had 252"),
          new Ground(
              "bodyLimitBytes",
              ASSUMED,
              "no limit is known; this holds one base64 string of the documented 50 MB"),
          new Ground(
              "anthropicThinkingFirst", OBSERVED, "both orders were seen; a sample has it so"),
          new Ground("forwarding", DOCUMENTED, "a date's matter: off while the revision is fixed"),
          new Ground(
              "stripOneMillionSuffix", ASSUMED, "a relay's documents say such ids are accepted"),
          new Ground("ttsCharge", ASSUMED, "no page says what speech counts against TPM"),
          new Ground("contextOverflowStatus", ASSUMED, "no example was found"),
          new Ground("streamErrorContentType", ASSUMED, "reports show the body, not its type"));

  /** Refuses statuses that were never seen or thought of, and sizes that cannot be. */
  public Quirks {
    if (moderationStatus != 421 && moderationStatus != 400) {
      throw new IllegalArgumentException(
          "moderationStatus must be 421 or 400: " + moderationStatus);
    }
    requireWithin("implicitSystemTokens", implicitSystemTokens, 0, 1_000_000);
    requireWithin("bodyLimitBytes", bodyLimitBytes, 1, Integer.MAX_VALUE);
    requireWithin("contextOverflowStatus", contextOverflowStatus, 400, 499);
    if (!streamErrorContentType.matches("[!-~][ -~]{2,99}")) {
      throw new IllegalArgumentException(
          "streamErrorContentType must be a content type: " + streamErrorContentType);
    }
  }

  private static void requireWithin(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be within " + min + ".." + max + ": " + value);
    }
  }
}
