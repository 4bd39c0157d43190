package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.ToolCall;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.Spoken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A whole chat answer. Key order and texture as captured on 2026-05-10: compact UTF-8, no line
 * break at the end, {@code reasoning_content} only when the model thought.
 */
record Completion(Spoken spoken) {

  /** What the id of a tool call begins with. */
  static final String CALL_PREFIX = "call_";

  byte[] body() {
    return Json.compact(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", spoken.id());
    json.writeArrayFieldStart("choices");
    writeChoice(json, spoken.utterance());
    json.writeEndArray();
    json.writeNumberField("created", spoken.created());
    json.writeStringField("model", spoken.model());
    json.writeStringField("object", "chat.completion");
    new UsageWriter(spoken.utterance().usage()).writeTo(json);
    json.writeEndObject();
  }

  private void writeChoice(JsonGenerator json, Utterance utterance) throws IOException {
    json.writeStartObject();
    json.writeStringField("finish_reason", FinishWord.of(utterance.finish()));
    json.writeNumberField("index", 0);
    json.writeObjectFieldStart("message");
    json.writeStringField("content", utterance.content());
    json.writeStringField("role", "assistant");
    writeCalls(json, utterance.toolCalls());
    if (utterance.reasoning().isPresent()) {
      json.writeStringField("reasoning_content", utterance.reasoning().get());
    }
    if (!utterance.sources().isEmpty()) {
      new Annotations(utterance.sources()).writeTo(json);
    }
    writeSound(json, utterance);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** {@code tool_calls} is null when no tool is called. */
  private static void writeCalls(JsonGenerator json, List<ToolCall> calls) throws IOException {
    if (calls.isEmpty()) {
      json.writeNullField("tool_calls");
      return;
    }
    json.writeArrayFieldStart("tool_calls");
    for (ToolCall call : calls) {
      json.writeStartObject();
      json.writeStringField("id", CALL_PREFIX + call.id());
      json.writeObjectFieldStart("function");
      json.writeStringField("arguments", call.arguments());
      json.writeStringField("name", call.name());
      json.writeEndObject();
      json.writeStringField("type", "function");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSound(JsonGenerator json, Utterance utterance) throws IOException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (Piece piece : utterance.pieces()) {
      if (piece instanceof Piece.Sounded sounded) {
        sound.writeBytes(sounded.bytes());
      }
    }
    if (sound.size() > 0) {
      json.writeObjectFieldStart("audio");
      json.writeStringField("id", spoken.id());
      json.writeBinaryField("data", sound.toByteArray());
      json.writeNullField("expires_at");
      json.writeNullField("transcript");
      json.writeEndObject();
    }
    if (utterance.spokenText().isPresent()) {
      json.writeStringField("final_text_preview", utterance.spokenText().get());
    }
  }
}
