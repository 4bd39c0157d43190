package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.JsonBody;
import dev.mimokit.server.wire.Section;
import dev.mimokit.server.wire.Section.Kind;
import dev.mimokit.server.wire.Spoken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A whole answer. Key order as in a fixture labelled live: compact, no {@code stop_sequence}, no
 * cache creation, an empty signature.
 */
record Message(Spoken spoken, boolean thinkingFirst) {

  /** ASSUMED: the id of a tool's call is the chat protocol's. */
  static final String CALL_PREFIX = "call_";

  byte[] body() {
    return Json.compact(this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", spoken.id());
    json.writeStringField("type", "message");
    json.writeStringField("role", "assistant");
    json.writeStringField("model", spoken.model());
    json.writeStringField("stop_reason", StopWord.of(spoken.utterance().finish()));
    json.writeArrayFieldStart("content");
    for (Section section : sections()) {
      write(json, section);
    }
    json.writeEndArray();
    UsageWriter.write(json, spoken.utterance().usage());
    json.writeEndObject();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>(Section.of(spoken.utterance().pieces()));
    if (!thinkingFirst) {
      sections.sort(Comparator.comparing(section -> section.kind() == Kind.TEXT ? 0 : 1));
    }
    return sections;
  }

  private static void write(JsonGenerator json, Section section) throws IOException {
    json.writeStartObject();
    switch (section.kind()) {
      case TEXT -> {
        json.writeStringField("type", "text");
        json.writeStringField("text", section.text());
      }
      case THINKING -> {
        json.writeStringField("type", "thinking");
        json.writeStringField("thinking", section.text());
        json.writeStringField("signature", "");
      }
      case TOOL -> {
        json.writeStringField("type", "tool_use");
        json.writeStringField("id", CALL_PREFIX + section.called().id());
        json.writeStringField("name", section.called().name());
        json.writeFieldName("input");
        json.writeRawValue(input(section.text()));
      }
    }
    json.writeEndObject();
  }

  /** ASSUMED: arguments that were cut off are no object, so the input is an empty one. */
  private static String input(String arguments) {
    JsonNode read = JsonBody.read(arguments.getBytes(StandardCharsets.UTF_8));
    return read.isObject() ? arguments : "{}";
  }
}
