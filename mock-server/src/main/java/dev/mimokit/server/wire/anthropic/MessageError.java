package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformError.Emitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An error on this path: the platform's own envelope, not Anthropic's. The backend's 400 was
 * OBSERVED on 2026-06-03: pretty, code, message and param, no type. ASSUMED: its other errors look
 * the same, with their type if they have one, and the gateway's look as they do elsewhere.
 */
record MessageError(PlatformError error) {

  private static final byte[] PREFIX = "data:".getBytes(StandardCharsets.US_ASCII);

  byte[] body(boolean prefixed) {
    if (error.emitter() != Emitter.BACKEND && error.emitter() != Emitter.ROUTER) {
      return error.body(false);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (prefixed && error.emitter() == Emitter.BACKEND) {
      out.writeBytes(PREFIX);
    }
    out.writeBytes(Json.pretty(this::write));
    return out.toByteArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
    json.writeStringField("code", error.code());
    json.writeStringField("message", error.message());
    json.writeStringField("param", error.param());
    if (!error.type().isEmpty()) {
      json.writeStringField("type", error.type());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
