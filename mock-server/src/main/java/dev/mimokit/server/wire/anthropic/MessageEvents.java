package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.quirk.AnthropicHabits;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.NamedEvents;
import dev.mimokit.server.wire.Section;
import dev.mimokit.server.wire.Section.Kind;
import dev.mimokit.server.wire.Spoken;
import java.io.IOException;
import java.util.List;

/**
 * One streamed answer: a start, its blocks one after the other, its end. No {@code
 * signature_delta}, no {@code [DONE]}: the page has neither. A {@code ping} only where a switch
 * wants one.
 */
final class MessageEvents {

  private final Spoken spoken;
  private final AnthropicHabits habits;
  private final NamedEvents.Plan plan = new NamedEvents.Plan();

  MessageEvents(Spoken spoken, AnthropicHabits habits) {
    this.spoken = spoken;
    this.habits = habits;
  }

  Events events() {
    add("message_start", this::writeStart, 0);
    if (habits.anthropicPing()) {
      add("ping", json -> {}, 0);
    }
    List<Section> sections = Section.of(spoken.utterance().pieces());
    for (int index = 0; index < sections.size(); index++) {
      addBlock(index, sections.get(index));
    }
    add("message_delta", this::writeEnd, 0);
    add("message_stop", json -> {}, 0);
    return plan.events();
  }

  private void addBlock(int index, Section section) {
    boolean tool = section.kind() == Kind.TOOL;
    List<Piece> pieces = section.pieces();
    add("content_block_start", json -> writeBlock(json, index, section), tool ? 1 : 0);
    for (Piece piece : tool ? pieces.subList(1, pieces.size()) : pieces) {
      addDelta(index, section.kind(), Section.text(piece), 1);
    }
    if (tool && pieces.size() == 1) {
      // A call that was cut before its arguments: client libraries want to have read some.
      addDelta(index, section.kind(), "", 0);
    }
    add("content_block_stop", json -> json.writeNumberField("index", index), 0);
  }

  private void addDelta(int index, Kind kind, String text, int pieces) {
    add("content_block_delta", json -> writeDelta(json, index, kind, text), pieces);
  }

  private void add(String type, Json.Content fields, int pieces) {
    plan.add(
        type,
        json -> {
          json.writeStartObject();
          json.writeStringField("type", type);
          fields.writeTo(json);
          json.writeEndObject();
        },
        pieces);
  }

  private void writeStart(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("id", spoken.id());
    json.writeStringField("type", "message");
    json.writeStringField("role", "assistant");
    json.writeStringField("model", spoken.model());
    json.writeArrayFieldStart("content");
    json.writeEndArray();
    json.writeNullField("stop_reason");
    UsageWriter.writeStart(json, habits.anthropicStartUsage(), spoken.utterance().usage());
    json.writeEndObject();
  }

  private static void writeBlock(JsonGenerator json, int index, Section section)
      throws IOException {
    json.writeNumberField("index", index);
    json.writeObjectFieldStart("content_block");
    switch (section.kind()) {
      case TEXT -> {
        json.writeStringField("type", "text");
        json.writeStringField("text", "");
      }
      case THINKING -> {
        json.writeStringField("type", "thinking");
        json.writeStringField("thinking", "");
      }
      case TOOL -> {
        json.writeStringField("type", "tool_use");
        json.writeStringField("id", Message.CALL_PREFIX + section.called().id());
        json.writeStringField("name", section.called().name());
        json.writeObjectFieldStart("input");
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static void writeDelta(JsonGenerator json, int index, Kind kind, String text)
      throws IOException {
    json.writeNumberField("index", index);
    json.writeObjectFieldStart("delta");
    switch (kind) {
      case TEXT -> {
        json.writeStringField("type", "text_delta");
        json.writeStringField("text", text);
      }
      case THINKING -> {
        json.writeStringField("type", "thinking_delta");
        json.writeStringField("thinking", text);
      }
      case TOOL -> {
        json.writeStringField("type", "input_json_delta");
        json.writeStringField("partial_json", text);
      }
    }
    json.writeEndObject();
  }

  private void writeEnd(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("delta");
    json.writeStringField("stop_reason", StopWord.of(spoken.utterance().finish()));
    json.writeEndObject();
    UsageWriter.write(json, spoken.utterance().usage());
  }
}
