package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/**
 * A whole chat answer. Key order and texture as captured on 2026-05-10: compact UTF-8, no line
 * break at the end, {@code reasoning_content} only when the model thought.
 *
 * @param id 32 lower-case hex digits
 * @param created seconds since 1970
 */
public record Completion(
    String id,
    String model,
    long created,
    String content,
    Optional<String> reasoning,
    FinishReason finish,
    Usage usage) {

  /** The body's bytes. */
  public byte[] body() {
    return Json.compact(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeArrayFieldStart("choices");
    writeChoice(json);
    json.writeEndArray();
    json.writeNumberField("created", created);
    json.writeStringField("model", model);
    json.writeStringField("object", "chat.completion");
    usage.writeTo(json);
    json.writeEndObject();
  }

  private void writeChoice(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("finish_reason", finish.wireName());
    json.writeNumberField("index", 0);
    json.writeObjectFieldStart("message");
    json.writeStringField("content", content);
    json.writeStringField("role", "assistant");
    json.writeNullField("tool_calls");
    if (reasoning.isPresent()) {
      json.writeStringField("reasoning_content", reasoning.get());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
