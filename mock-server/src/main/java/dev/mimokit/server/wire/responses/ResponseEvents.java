package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.NamedEvents;
import dev.mimokit.server.wire.Section;
import dev.mimokit.server.wire.Spoken;
import java.io.IOException;
import java.util.List;

/**
 * One streamed answer: the response as it begins, its items one after the other, the whole
 * response. Keys of an event are in the page's order, which is the alphabet's. ASSUMED: numbers
 * begin at 0, each event has its name in a line of its own, and nothing follows the last.
 */
final class ResponseEvents {

  private final Spoken spoken;
  private final Response response;
  private final NamedEvents.Plan plan = new NamedEvents.Plan();
  private int next;

  ResponseEvents(Spoken spoken) {
    this.spoken = spoken;
    this.response = new Response(spoken);
  }

  Events events() {
    addResponse("response.created", false);
    addResponse("response.in_progress", false);
    List<Item> items = Item.of(spoken);
    for (int index = 0; index < items.size(); index++) {
      addItem(new Place(items.get(index), index));
    }
    addResponse(
        response.shortfall().isPresent() ? "response.incomplete" : "response.completed", true);
    return plan.events();
  }

  /** An item and where it stands in the output. */
  private record Place(Item item, int index) {

    List<Piece> pieces() {
      return item.section().pieces();
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStringField("item_id", item.id());
      json.writeNumberField("output_index", index);
    }
  }

  private void addResponse(String type, boolean complete) {
    add(
        type,
        json -> {
          json.writeFieldName("response");
          response.write(json, complete);
        },
        0);
  }

  private void addItem(Place place) {
    switch (place.item().shape()) {
      case REASONING -> addText(place, "response.reasoning_text");
      case MESSAGE -> addText(place, "response.output_text");
      case FUNCTION_CALL -> addCall(place);
      case CUSTOM_CALL -> addCustomCall(place);
    }
  }

  private void addText(Place place, String type) {
    addWhole("response.output_item.added", place, false);
    addPart("response.content_part.added", place, "");
    for (Piece piece : place.pieces()) {
      addContent(type + ".delta", place, "delta", Section.text(piece), 1);
    }
    String text = place.item().section().text();
    addTextDone(type + ".done", place, text);
    addPart("response.content_part.done", place, text);
    addWhole("response.output_item.done", place, true);
  }

  private void addTextDone(String type, Place place, String text) {
    add(
        type,
        json -> {
          json.writeNumberField("content_index", 0);
          place.write(json);
        },
        json -> json.writeStringField("text", text),
        0);
  }

  private void addContent(String type, Place place, String name, String text, int pieces) {
    add(
        type,
        json -> {
          json.writeNumberField("content_index", 0);
          json.writeStringField(name, text);
          place.write(json);
        },
        pieces);
  }

  private void addCall(Place place) {
    String type = "response.function_call_arguments";
    addWhole("response.output_item.added", place, false);
    for (Piece piece : place.pieces().subList(1, place.pieces().size())) {
      addDelta(type + ".delta", place, Section.text(piece), 1);
    }
    add(
        type + ".done",
        json -> {
          json.writeStringField("arguments", place.item().section().text());
          json.writeStringField("item_id", place.item().id());
          json.writeStringField("name", place.item().section().called().name());
          json.writeNumberField("output_index", place.index());
        },
        0);
    addWhole("response.output_item.done", place, true);
  }

  /** The text a custom tool is given comes at once, when its JSON is complete. */
  private void addCustomCall(Place place) {
    String type = "response.custom_tool_call_input";
    addWhole("response.output_item.added", place, false);
    addDelta(type + ".delta", place, place.item().input(), place.pieces().size() - 1);
    add(
        type + ".done",
        json -> {
          json.writeStringField("input", place.item().input());
          place.write(json);
        },
        0);
    addWhole("response.output_item.done", place, true);
  }

  private void addDelta(String type, Place place, String text, int pieces) {
    add(
        type,
        json -> {
          json.writeStringField("delta", text);
          place.write(json);
        },
        pieces);
  }

  /** An item begins or is done; that a tool is called is known when its item begins. */
  private void addWhole(String type, Place place, boolean complete) {
    boolean called = !complete && place.pieces().get(0) instanceof Piece.Called;
    add(
        type,
        json -> {
          json.writeFieldName("item");
          place.item().write(json, complete);
          json.writeNumberField("output_index", place.index());
        },
        called ? 1 : 0);
  }

  private void addPart(String type, Place place, String text) {
    add(
        type,
        json -> {
          json.writeNumberField("content_index", 0);
          place.write(json);
          json.writeFieldName("part");
          place.item().writePart(json, text);
        },
        0);
  }

  private void add(String type, Json.Content fields, int pieces) {
    add(type, fields, json -> {}, pieces);
  }

  private void add(String type, Json.Content fields, Json.Content afterNumber, int pieces) {
    int number = next++;
    plan.add(
        type,
        json -> {
          json.writeStartObject();
          fields.writeTo(json);
          json.writeNumberField("sequence_number", number);
          afterNumber.writeTo(json);
          json.writeStringField("type", type);
          json.writeEndObject();
        },
        pieces);
  }
}
