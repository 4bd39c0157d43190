package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.wire.Section;
import dev.mimokit.server.wire.Spoken;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * One item of an answer's {@code output}. Keys as on the page, in its order; ASSUMED: the prefixes
 * of ids, and that every item ends as completed, since the page knows no other end.
 */
record Item(Shape shape, String id, Section section) {

  private static final String CALL_PREFIX = "call_";

  /** What an item is, and how its id begins. */
  enum Shape {
    REASONING("rs_"),
    MESSAGE("msg_"),
    FUNCTION_CALL("fc_"),
    CUSTOM_CALL("ctc_");

    private final String prefix;

    Shape(String prefix) {
      this.prefix = prefix;
    }
  }

  static List<Item> of(Spoken spoken) {
    Set<String> custom = CustomTool.names(spoken);
    return Section.of(spoken.utterance().pieces()).stream()
        .map(section -> of(spoken, section, custom))
        .toList();
  }

  private static Item of(Spoken spoken, Section section, Set<String> custom) {
    return switch (section.kind()) {
      case THINKING -> named(Shape.REASONING, spoken.id(), section);
      case TEXT -> named(Shape.MESSAGE, spoken.id(), section);
      case TOOL ->
          named(
              custom.contains(section.called().name()) ? Shape.CUSTOM_CALL : Shape.FUNCTION_CALL,
              section.called().id(),
              section);
    };
  }

  private static Item named(Shape shape, String id, Section section) {
    return new Item(shape, shape.prefix + id, section);
  }

  /** What a custom tool is given. */
  String input() {
    return CustomTool.input(section.text());
  }

  /** The item, complete or as it begins. */
  void write(JsonGenerator json, boolean complete) throws IOException {
    json.writeStartObject();
    switch (shape) {
      case REASONING -> writeReasoning(json, complete);
      case MESSAGE -> writeMessage(json, complete);
      case FUNCTION_CALL -> writeFunctionCall(json, complete);
      case CUSTOM_CALL -> writeCustomCall(json, complete);
    }
    json.writeEndObject();
  }

  private void writeReasoning(JsonGenerator json, boolean complete) throws IOException {
    json.writeStringField("id", id);
    writeContent(json, complete);
    json.writeStringField("type", "reasoning");
    writeStatus(json, complete);
  }

  private void writeMessage(JsonGenerator json, boolean complete) throws IOException {
    json.writeStringField("id", id);
    writeContent(json, complete);
    json.writeStringField("role", "assistant");
    writeStatus(json, complete);
    json.writeStringField("type", "message");
  }

  private void writeFunctionCall(JsonGenerator json, boolean complete) throws IOException {
    json.writeStringField("arguments", complete ? section.text() : "");
    json.writeStringField("call_id", CALL_PREFIX + section.called().id());
    json.writeStringField("name", section.called().name());
    json.writeStringField("id", id);
    writeStatus(json, complete);
    json.writeStringField("type", "function_call");
  }

  private void writeCustomCall(JsonGenerator json, boolean complete) throws IOException {
    json.writeStringField("call_id", CALL_PREFIX + section.called().id());
    json.writeStringField("input", complete ? input() : "");
    json.writeStringField("name", section.called().name());
    json.writeStringField("type", "custom_tool_call");
    json.writeStringField("id", id);
  }

  private void writeContent(JsonGenerator json, boolean complete) throws IOException {
    json.writeArrayFieldStart("content");
    if (complete) {
      writePart(json, section.text());
    }
    json.writeEndArray();
  }

  /** The one part of a message or of reasoning. */
  void writePart(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", text);
    json.writeStringField("type", shape == Shape.MESSAGE ? "output_text" : "reasoning_text");
    json.writeEndObject();
  }

  private static void writeStatus(JsonGenerator json, boolean complete) throws IOException {
    json.writeStringField("status", complete ? "completed" : "in_progress");
  }
}
