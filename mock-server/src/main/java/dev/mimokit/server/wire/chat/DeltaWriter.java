package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Source;
import dev.mimokit.server.call.Utterance;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code delta} of each kind of chunk. Its four fields are always there, in this order; sound
 * and sources come after them (their place is ASSUMED).
 */
final class DeltaWriter {

  private DeltaWriter() {}

  static void role(JsonGenerator json, List<Source> sources) throws IOException {
    begin(json, "", "assistant");
    json.writeNullField("tool_calls");
    json.writeNullField("reasoning_content");
    if (!sources.isEmpty()) {
      new Annotations(sources).writeTo(json);
    }
    json.writeEndObject();
  }

  static void piece(JsonGenerator json, Piece piece, String id) throws IOException {
    if (piece instanceof Piece.Said said) {
      text(json, said.text(), null);
    } else if (piece instanceof Piece.Thought thought) {
      text(json, null, thought.text());
    } else if (piece instanceof Piece.Called called) {
      call(json, new CallPart(called.index(), called.id(), called.name(), ""));
    } else if (piece instanceof Piece.Argued argued) {
      call(json, new CallPart(argued.index(), null, null, argued.json()));
    } else if (piece instanceof Piece.Sounded sounded) {
      sound(json, id, sounded.bytes());
    }
  }

  static void finish(JsonGenerator json, Utterance utterance) throws IOException {
    begin(json, null, null);
    json.writeNullField("tool_calls");
    json.writeNullField("reasoning_content");
    if (utterance.spokenText().isPresent()) {
      json.writeStringField("final_text_preview", utterance.spokenText().get());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, @Nullable String content, @Nullable String reasoning)
      throws IOException {
    begin(json, content, null);
    json.writeNullField("tool_calls");
    json.writeStringField("reasoning_content", reasoning);
    json.writeEndObject();
  }

  private record CallPart(
      int index, @Nullable String id, @Nullable String name, String arguments) {}

  /** The first part names the call; the others carry its arguments only. */
  private static void call(JsonGenerator json, CallPart part) throws IOException {
    begin(json, null, null);
    json.writeArrayFieldStart("tool_calls");
    json.writeStartObject();
    json.writeNumberField("index", part.index());
    json.writeStringField("id", part.id() == null ? null : Completion.CALL_PREFIX + part.id());
    json.writeObjectFieldStart("function");
    json.writeStringField("arguments", part.arguments());
    json.writeStringField("name", part.name());
    json.writeEndObject();
    json.writeStringField("type", "function");
    json.writeEndObject();
    json.writeEndArray();
    json.writeNullField("reasoning_content");
    json.writeEndObject();
  }

  private static void sound(JsonGenerator json, String id, byte[] bytes) throws IOException {
    begin(json, null, null);
    json.writeNullField("tool_calls");
    json.writeNullField("reasoning_content");
    json.writeObjectFieldStart("audio");
    json.writeStringField("id", id);
    json.writeBinaryField("data", bytes);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void begin(JsonGenerator json, @Nullable String content, @Nullable String role)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("content", content);
    json.writeStringField("role", role);
  }
}
