package dev.mimokit.server.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET health}: that it answers, and how a store that others share is doing. */
final class HealthView {

  private static final JsonFactory JSON = new JsonFactory();

  private HealthView() {}

  /** {@code store} is empty where quotas are kept in this process. */
  static byte[] body(String store) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("status", "ok");
      if (!store.isEmpty()) {
        json.writeStringField("store", store);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
