package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.core.catalog.Listing;
import java.io.IOException;

/** The body of {@code GET /v1/models} (OBSERVED 2026-05-27: alphabetical, no {@code created}). */
public final class ModelList {

  private ModelList() {}

  /** The body's bytes. */
  public static byte[] body(Listing listing) {
    return Json.compact(json -> write(json, listing));
  }

  private static void write(JsonGenerator json, Listing listing) throws IOException {
    json.writeStartObject();
    json.writeStringField("object", "list");
    json.writeArrayFieldStart("data");
    for (String id : listing.ids()) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("object", "model");
      json.writeStringField("owned_by", "xiaomi");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
