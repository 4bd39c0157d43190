package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.quirk.ErrorForm;
import dev.mimokit.server.quirk.ErrorForm.Texture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An error body of the platform: an {@code error} object whose {@code code} is a text. Which parts
 * it has, in which order and texture, depends on who answers.
 *
 * @param status the HTTP status, which may differ from {@code code}
 * @param kind which error it is, where its body is only assumed
 */
public record PlatformError(
    int status,
    Emitter emitter,
    String code,
    String message,
    String param,
    String type,
    ErrorCase kind) {

  /** Who wrote the error; each has its own texture (OBSERVED, 2026-04 to 2026-08). */
  public enum Emitter {
    /** The gateway's key check: pretty, four spaces, order message, param, code, type. */
    KEY_CHECK,
    /** The gateway otherwise: pretty, four spaces, order code, message, type, no param. */
    GATEWAY,
    /** The gateway, if it has a param to tell: order code, message, param, type (ASSUMED). */
    GATEWAY_PARAM,
    /** The backend: compact; after {@code data:} when a stream was asked for. */
    BACKEND,
    /** The backend's router: compact, never after {@code data:}. */
    ROUTER
  }

  private static final byte[] STREAM_PREFIX = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = new byte[0];

  /** An error whose body was observed. */
  public PlatformError(
      int status, Emitter emitter, String code, String message, String param, String type) {
    this(status, emitter, code, message, param, type, ErrorCase.SEEN);
  }

  /** The same body under another status. */
  public PlatformError withStatus(int other) {
    return new PlatformError(other, emitter, code, message, param, type, kind);
  }

  /** The same body, known as an error that was never seen. */
  PlatformError as(ErrorCase other) {
    return new PlatformError(status, emitter, code, message, param, type, other);
  }

  /** As somebody wants it to look; unchanged where nobody does, or where its body was observed. */
  public PlatformError formedBy(Map<ErrorCase, ErrorForm> forms) {
    ErrorForm form = forms.get(kind);
    return form == null
        ? this
        : new PlatformError(
            form.status().orElse(status),
            form.texture().map(texture -> emitter(texture, form)).orElse(emitter),
            form.code().orElse(code),
            form.message().map(this::filled).orElse(message),
            form.param().map(this::filled).orElse(param),
            form.type().orElse(type),
            kind);
  }

  private static Emitter emitter(Texture texture, ErrorForm form) {
    return switch (texture) {
      case PRETTY -> form.param().isPresent() ? Emitter.GATEWAY_PARAM : Emitter.GATEWAY;
      case COMPACT -> Emitter.ROUTER;
      case PREFIXED -> Emitter.BACKEND;
    };
  }

  private String filled(String text) {
    return text.replace("{param}", param);
  }

  /** The body's bytes; {@code streamed} when the request asked for a stream. */
  public byte[] body(boolean streamed) {
    return switch (emitter) {
      case KEY_CHECK -> Json.pretty(this::writeKeyCheck);
      case GATEWAY -> Json.pretty(this::writeGateway);
      case GATEWAY_PARAM -> Json.pretty(this::writeBackend);
      case BACKEND -> Json.repeating(streamed ? STREAM_PREFIX : NOTHING, this::writeBackend);
      case ROUTER -> Json.repeating(NOTHING, this::writeBackend);
    };
  }

  private void writeKeyCheck(JsonGenerator json) throws IOException {
    begin(json);
    json.writeStringField("message", message);
    json.writeStringField("param", param);
    json.writeStringField("code", code);
    json.writeStringField("type", type);
    end(json);
  }

  private void writeGateway(JsonGenerator json) throws IOException {
    begin(json);
    json.writeStringField("code", code);
    json.writeStringField("message", message);
    json.writeStringField("type", type);
    end(json);
  }

  private void writeBackend(JsonGenerator json) throws IOException {
    begin(json);
    json.writeStringField("code", code);
    json.writeStringField("message", message);
    json.writeStringField("param", param);
    json.writeStringField("type", type);
    end(json);
  }

  private static void begin(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("error");
  }

  private static void end(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }
}
