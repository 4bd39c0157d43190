package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The events of one chat stream, each with its separator. {@code created} is an argument because
 * the platform changes it within a stream, whatever its schema says (OBSERVED). Immutable.
 *
 * @param id 32 lower-case hex digits, the same in every chunk
 */
public record ChunkWriter(String id, String model) {

  private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

  /** The first chunk: the role and no text. */
  public byte[] role(long created) {
    return event(json -> writeDelta(json, created, new Delta("", "assistant", null)));
  }

  /** A piece of the reasoning. */
  public byte[] reasoning(long created, String text) {
    return event(json -> writeDelta(json, created, new Delta(null, null, text)));
  }

  /** A piece of the answer. */
  public byte[] content(long created, String text) {
    return event(json -> writeDelta(json, created, new Delta(text, null, null)));
  }

  /** The chunk that says why the answer ended. */
  public byte[] finish(long created, FinishReason reason) {
    return event(json -> writeFinish(json, created, reason));
  }

  /** The chunk without choices that carries the usage. */
  public byte[] usage(long created, Usage usage) {
    return event(json -> writeUsage(json, created, usage));
  }

  /** The terminator. */
  public byte[] done() {
    return DONE;
  }

  private record Delta(
      @Nullable String content, @Nullable String role, @Nullable String reasoning) {

    static final Delta NOTHING = new Delta(null, null, null);
  }

  private static byte[] event(Json.Content content) {
    return Json.compact("data: ", content, "\n\n");
  }

  private void writeDelta(JsonGenerator json, long created, Delta delta) throws IOException {
    json.writeStartObject();
    writeChoice(json, delta, null);
    writeTail(json, created);
    json.writeEndObject();
  }

  private void writeFinish(JsonGenerator json, long created, FinishReason reason)
      throws IOException {
    json.writeStartObject();
    writeChoice(json, Delta.NOTHING, reason.wireName());
    writeTail(json, created);
    json.writeNullField("usage");
    json.writeEndObject();
  }

  private void writeUsage(JsonGenerator json, long created, Usage usage) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeArrayFieldStart("choices");
    json.writeEndArray();
    writeTail(json, created);
    usage.writeTo(json);
    json.writeEndObject();
  }

  private void writeChoice(JsonGenerator json, Delta delta, @Nullable String finish)
      throws IOException {
    json.writeStringField("id", id);
    json.writeArrayFieldStart("choices");
    json.writeStartObject();
    json.writeObjectFieldStart("delta");
    json.writeStringField("content", delta.content());
    json.writeStringField("role", delta.role());
    json.writeNullField("tool_calls");
    json.writeStringField("reasoning_content", delta.reasoning());
    json.writeEndObject();
    json.writeStringField("finish_reason", finish);
    json.writeNumberField("index", 0);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeTail(JsonGenerator json, long created) throws IOException {
    json.writeNumberField("created", created);
    json.writeStringField("model", model);
    json.writeStringField("object", "chat.completion.chunk");
  }
}
