package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Tokens of one answer.
 *
 * @param completionTokens thinking and answer together
 * @param reasoningTokens the part of {@code completionTokens} that is thinking
 */
public record Usage(long promptTokens, long completionTokens, long reasoningTokens) {

  /** Prompt and completion. */
  public long totalTokens() {
    return promptTokens + completionTokens;
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("usage");
    json.writeNumberField("completion_tokens", completionTokens);
    json.writeNumberField("prompt_tokens", promptTokens);
    json.writeNumberField("total_tokens", totalTokens());
    json.writeObjectFieldStart("completion_tokens_details");
    json.writeNumberField("reasoning_tokens", reasoningTokens);
    json.writeEndObject();
    json.writeObjectFieldStart("prompt_tokens_details");
    json.writeEndObject();
    json.writeEndObject();
  }
}
