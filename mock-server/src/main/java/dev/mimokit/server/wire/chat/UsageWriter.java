package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Media;
import dev.mimokit.server.call.Usage;
import java.io.IOException;

/**
 * The {@code usage} object. Key order as captured on 2026-05-10; details say only what there is to
 * report.
 */
record UsageWriter(Usage usage) {

  void writeTo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("usage");
    json.writeNumberField("completion_tokens", usage.completionTokens());
    json.writeNumberField("prompt_tokens", usage.prompt().tokens());
    json.writeNumberField("total_tokens", usage.totalTokens());
    json.writeObjectFieldStart("completion_tokens_details");
    json.writeNumberField("reasoning_tokens", usage.reasoningTokens());
    json.writeEndObject();
    writePrompt(json, usage.prompt());
    writeSearch(json);
    json.writeEndObject();
  }

  private static void writePrompt(JsonGenerator json, Usage.Prompt prompt) throws IOException {
    json.writeObjectFieldStart("prompt_tokens_details");
    Media media = prompt.media();
    writeSome(json, "cached_tokens", prompt.cachedTokens());
    writeSome(json, "audio_tokens", media.audioTokens());
    writeSome(json, "image_tokens", media.imageTokens());
    writeSome(json, "video_tokens", media.videoTokens());
    json.writeEndObject();
    if (prompt.seconds() > 0) {
      json.writeNumberField("seconds", prompt.seconds());
    }
  }

  private static void writeSome(JsonGenerator json, String name, long tokens) throws IOException {
    if (tokens > 0) {
      json.writeNumberField(name, tokens);
    }
  }

  private void writeSearch(JsonGenerator json) throws IOException {
    if (usage.search().isPresent()) {
      json.writeObjectFieldStart("web_search_usage");
      json.writeNumberField("tool_usage", usage.search().get().searches());
      json.writeNumberField("page_usage", usage.search().get().pages());
      json.writeEndObject();
    }
  }
}
