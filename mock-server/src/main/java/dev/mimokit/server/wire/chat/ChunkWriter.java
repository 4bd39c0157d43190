package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Source;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The events of one chat stream, each with its separator. {@code created} is an argument because
 * the platform changes it within a stream, whatever its schema says (OBSERVED). Immutable.
 *
 * @param id 32 lower-case hex digits, the same in every chunk
 */
record ChunkWriter(String id, String model) {

  private static final byte[] BEFORE = ascii("data: ");
  private static final byte[] AFTER = ascii("\n\n");
  private static final byte[] DONE = ascii("data: [DONE]\n\n");

  /** The first chunk: the role, no text, and all that a search has found. */
  byte[] role(long created, List<Source> sources) {
    return chunk(created, json -> DeltaWriter.role(json, sources));
  }

  /** A piece of the answer. */
  byte[] piece(long created, Piece piece) {
    return chunk(created, json -> DeltaWriter.piece(json, piece, id));
  }

  /** The chunk that says why the answer ended. */
  byte[] finish(long created, Utterance utterance) {
    return event(json -> writeFinish(json, created, utterance));
  }

  /** The chunk without choices that carries the usage. */
  byte[] usage(long created, Usage usage) {
    return event(json -> writeUsage(json, created, usage));
  }

  /** The terminator. */
  byte[] done() {
    return DONE;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] event(Json.Content content) {
    return Json.compact(BEFORE, content, AFTER);
  }

  private byte[] chunk(long created, Json.Content delta) {
    return event(
        json -> {
          begin(json, delta);
          json.writeNullField("finish_reason");
          end(json, created);
          json.writeEndObject();
        });
  }

  private void writeFinish(JsonGenerator json, long created, Utterance utterance)
      throws IOException {
    begin(json, generator -> DeltaWriter.finish(generator, utterance));
    json.writeStringField("finish_reason", FinishWord.of(utterance.finish()));
    end(json, created);
    json.writeNullField("usage");
    json.writeEndObject();
  }

  private void begin(JsonGenerator json, Json.Content delta) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeArrayFieldStart("choices");
    json.writeStartObject();
    json.writeFieldName("delta");
    delta.writeTo(json);
  }

  private void end(JsonGenerator json, long created) throws IOException {
    json.writeNumberField("index", 0);
    json.writeEndObject();
    json.writeEndArray();
    writeTail(json, created);
  }

  private void writeUsage(JsonGenerator json, long created, Usage usage) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeArrayFieldStart("choices");
    json.writeEndArray();
    writeTail(json, created);
    new UsageWriter(usage).writeTo(json);
    json.writeEndObject();
  }

  private void writeTail(JsonGenerator json, long created) throws IOException {
    json.writeNumberField("created", created);
    json.writeStringField("model", model);
    json.writeStringField("object", "chat.completion.chunk");
  }
}
