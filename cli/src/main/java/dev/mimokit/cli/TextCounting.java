package dev.mimokit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.HybridCounter;
import dev.mimokit.core.tokens.TokenCount;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.PromptCounter;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** Counts texts and chat bodies in one mode. The vocabulary is asked for when it is needed. */
final class TextCounting {

  private static final String USUAL_MODEL = "mimo-v2.5-pro";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final TokenEstimator estimator = new TokenEstimator();
  private final TokenMode mode;
  private final Optional<ExactCounter> exact;
  private final TokenCounter counter;
  private final Optional<String> model;
  private final NanoClock clock;

  TextCounting(
      TokenMode mode, Supplier<ExactCounter> source, Optional<String> model, NanoClock clock) {
    this.mode = mode;
    this.model = model;
    this.clock = clock;
    exact = mode == TokenMode.ESTIMATE ? Optional.empty() : Optional.of(source.get());
    counter =
        switch (mode) {
          case EXACT -> exact.orElseThrow();
          case HYBRID -> new HybridCounter(exact.orElseThrow(), estimator);
          case ESTIMATE -> estimator::tokens;
        };
  }

  /** Tokens of a text. */
  long tokens(String text) {
    return counter.count(text);
  }

  /** Tokens of a chat body, read already. */
  long tokens(JsonNode body) {
    return prompt(body, counter);
  }

  /** Counts a whole input, saying on the way what share of it is done. */
  CountedText count(String name, byte[] bytes, DoubleConsumer share) {
    String whole = withoutMark(new String(bytes, UTF_8));
    Optional<JsonNode> body = chat(whole);
    String text = body.isPresent() ? "" : whole;
    long before = clock.nanoTime();
    TokenCount count =
        body.map(chat -> stated(text, tokens(chat)))
            .orElseGet(() -> stated(text, tokens(text, share)));
    double seconds = (clock.nanoTime() - before) / 1e9;
    long estimate =
        body.map(chat -> prompt(chat, estimator::tokens)).orElseGet(() -> estimator.tokens(text));
    return new CountedText(name, bytes.length, body.isPresent(), mode, count, estimate, seconds);
  }

  private long tokens(String text, DoubleConsumer share) {
    return mode == TokenMode.EXACT
        ? exact.orElseThrow().count(text, done -> share.accept((double) done / text.length()))
        : tokens(text);
  }

  private TokenCount stated(String text, long tokens) {
    return switch (mode) {
      case EXACT -> TokenCount.exact(tokens);
      case HYBRID ->
          new TokenCount(tokens, counter.isExact(text) ? 0 : HybridCounter.LONG_TEXT_ERROR);
      case ESTIMATE -> new TokenCount(tokens, TokenEstimator.relativeErrorP95(tokens));
    };
  }

  private long prompt(JsonNode body, TokenCounter by) {
    String asked =
        model.orElseGet(
            () -> body.path("model").isTextual() ? body.path("model").textValue() : USUAL_MODEL);
    return new PromptCounter(Catalog.DEFAULT_REVISION)
        .count(body.toString().getBytes(UTF_8), asked, by);
  }

  /** A byte order mark says how a file is written and is no part of its text. */
  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** A JSON object that has messages; anything else is a text. */
  private static Optional<JsonNode> chat(String text) {
    if (!beginsLikeAnObject(text)) {
      return Optional.empty();
    }
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      return isChat(root) ? Optional.of(root) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the body of a chat request. */
  static boolean isChat(JsonNode root) {
    return root.isObject() && root.path("messages").isArray();
  }

  private static boolean beginsLikeAnObject(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '{';
  }
}
