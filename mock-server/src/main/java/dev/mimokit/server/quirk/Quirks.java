package dev.mimokit.server.quirk;

import static dev.mimokit.core.catalog.Provenance.ASSUMED;
import static dev.mimokit.core.catalog.Provenance.DOCUMENTED;
import static dev.mimokit.core.catalog.Provenance.OBSERVED;

import java.util.List;
import java.util.Map;

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
 * @param forwarding whether retired models are answered by their successors, by date
 * @param stripOneMillionSuffix whether a model id may end in {@code [1m]}
 * @param ttsCharge whether speech is charged its text and its reported completion
 * @param contextOverflowStatus the status when the prompt leaves no room, 400..499
 * @param streamErrorContentType the content type of a refused stream request
 * @param judging of requests whose treatment was never seen
 * @param caching of prompts
 * @param anthropic habits of that protocol alone
 * @param measures how things are counted and named
 * @param errors other bodies for errors that were never seen, by {@link ErrorCase}
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
    boolean forwarding,
    boolean stripOneMillionSuffix,
    boolean ttsCharge,
    int contextOverflowStatus,
    String streamErrorContentType,
    Judging judging,
    Caching caching,
    AnthropicHabits anthropic,
    Measures measures,
    Map<ErrorCase, ErrorForm> errors) {

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
          false,
          true,
          true,
          400,
          "application/json",
          Judging.DEFAULT,
          Caching.DEFAULT,
          AnthropicHabits.DEFAULT,
          Measures.DEFAULT,
          Map.of());

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
          new Ground("forwarding", DOCUMENTED, "a date's matter: off while the revision is fixed"),
          new Ground(
              "stripOneMillionSuffix", ASSUMED, "a relay's documents say such ids are accepted"),
          new Ground("ttsCharge", ASSUMED, "no page says what speech counts against TPM"),
          new Ground("contextOverflowStatus", ASSUMED, "no example was found"),
          new Ground("streamErrorContentType", ASSUMED, "reports show the body, not its type"),
          new Ground("outOfRange", ASSUMED, "ranges are documented, what leaving them does is not"),
          new Ground("manyStopsRefused", ASSUMED, "at most four are documented"),
          new Ground("unsettledFieldsRefused", ASSUMED, "no page names these fields"),
          new Ground("nRefused", OBSERVED, "summary of 2026-06-16: sending it is a 400"),
          new Ground("jsonSchema", ASSUMED, "the page has text and json_object only"),
          new Ground(
              "nullContentRefused",
              OBSERVED,
              "seen of mimo-v2-flash in 2025-12, and no longer in 2026"),
          new Ground("badRequests", ASSUMED, "the page does not say whether failed calls count"),
          new Ground(
              "promptCache", OBSERVED, "hits were seen; off, so that the same call costs the same"),
          new Ground("cacheGrain", OBSERVED, "13, 23, 26, 192, 448, 1081 and 1256 were seen"),
          new Ground("cachedTokensCharged", ASSUMED, "the page does not say"),
          new Ground(
              "anthropicThinkingFirst", OBSERVED, "both orders were seen; a sample has it so"),
          new Ground("anthropicErrorPrefix", ASSUMED, "never seen on this path"),
          new Ground("anthropicPing", ASSUMED, "in one summary, not in the page's list"),
          new Ground("anthropicStartUsage", ASSUMED, "clients fail without; nothing counted yet"),
          new Ground("kilo", ASSUMED, "128K was seen to be 131072; a context was never measured"),
          new Ground("ttsTokenMillis", ASSUMED, "6.25 tokens a second, as sound that is heard"),
          new Ground("toolTokens", ASSUMED, "no page says what a tool's definition costs"),
          new Ground("answeredName", ASSUMED, "no forwarded answer was captured"),
          new Ground("otherMethodStatus", ASSUMED, "never seen"),
          new Ground("errors", ASSUMED, "each names an error whose body was never seen"));

  /** Refuses statuses that were never seen or thought of, and sizes that cannot be. */
  public Quirks {
    errors = Map.copyOf(errors);
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

  /** The same with other habits of the Anthropic protocol. */
  public Quirks with(AnthropicHabits other) {
    return new Quirks(
        streamErrorPrefix,
        usageChunk,
        emptyPromptDetails,
        moderationStatus,
        createdDrifts,
        gatewayHeaders,
        implicitSystemTokens,
        bodyLimitBytes,
        forwarding,
        stripOneMillionSuffix,
        ttsCharge,
        contextOverflowStatus,
        streamErrorContentType,
        judging,
        caching,
        other,
        measures,
        errors);
  }

  private static void requireWithin(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be within " + min + ".." + max + ": " + value);
    }
  }
}
