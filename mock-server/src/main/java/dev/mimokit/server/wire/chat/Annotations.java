package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Source;
import java.io.IOException;
import java.util.List;

/** What a web search found, as the message's {@code annotations}. */
record Annotations(List<Source> sources) {

  void writeTo(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("annotations");
    for (Source source : sources) {
      json.writeStartObject();
      json.writeStringField("logo_url", source.logoUrl());
      json.writeStringField("publish_time", source.published());
      json.writeStringField("site_name", source.site());
      json.writeStringField("summary", source.summary());
      json.writeStringField("title", source.title());
      json.writeStringField("type", "url_citation");
      json.writeStringField("url", source.url());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
