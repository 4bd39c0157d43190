package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.quirk.StartUsage;
import java.io.IOException;

/**
 * The {@code usage} object. ASSUMED: tokens read from the cache are not among {@code input_tokens},
 * as in Anthropic's own API.
 */
final class UsageWriter {

  private UsageWriter() {}

  static void write(JsonGenerator json, Usage usage) throws IOException {
    long cached = usage.prompt().cachedTokens();
    json.writeObjectFieldStart("usage");
    json.writeNumberField("input_tokens", usage.prompt().tokens() - cached);
    json.writeNumberField("output_tokens", usage.completionTokens());
    if (cached > 0) {
      json.writeNumberField("cache_read_input_tokens", cached);
    }
    json.writeEndObject();
  }

  /**
   * What {@code message_start} says. ASSUMED: the page gives it none, yet client libraries fail
   * without it; nothing is counted before the end, so by default nothing is told.
   */
  static void writeStart(JsonGenerator json, StartUsage told, Usage usage) throws IOException {
    if (told == StartUsage.ABSENT) {
      return;
    }
    Usage.Prompt prompt = usage.prompt();
    json.writeObjectFieldStart("usage");
    json.writeNumberField(
        "input_tokens", told == StartUsage.PROMPT ? prompt.tokens() - prompt.cachedTokens() : 0);
    json.writeNumberField("output_tokens", 0);
    json.writeEndObject();
  }
}
