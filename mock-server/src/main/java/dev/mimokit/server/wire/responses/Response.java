package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.wire.Json;
import dev.mimokit.server.wire.Spoken;
import java.io.IOException;
import java.util.Optional;

/** The {@code response} object, complete or as it begins. Keys as on the page, in its order. */
record Response(Spoken spoken) {

  byte[] body() {
    return Json.compact(json -> write(json, true));
  }

  /**
   * Why the answer is incomplete; empty when it is not. Only these two reasons are documented: an
   * answer that repeats itself counts as complete (ASSUMED).
   */
  Optional<String> shortfall() {
    FinishReason finish = spoken.utterance().finish();
    return switch (finish) {
      case LENGTH -> Optional.of("max_output_tokens");
      case CONTENT_FILTER -> Optional.of("content_filter");
      case STOP, TOOL_CALLS, REPETITION_TRUNCATION -> Optional.empty();
    };
  }

  void write(JsonGenerator json, boolean complete) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", "resp_" + spoken.id());
    json.writeNumberField("created_at", spoken.created());
    json.writeNullField("error");
    writeShortfall(json, complete);
    json.writeStringField("model", spoken.model());
    json.writeStringField("object", "response");
    json.writeArrayFieldStart("output");
    if (complete) {
      for (Item item : Item.of(spoken)) {
        item.write(json, true);
      }
    }
    json.writeEndArray();
    json.writeStringField("status", status(complete));
    if (complete) {
      write(json, spoken.utterance().usage());
    } else {
      json.writeNullField("usage");
    }
    json.writeEndObject();
  }

  private String status(boolean complete) {
    if (!complete) {
      return "in_progress";
    }
    return shortfall().isPresent() ? "incomplete" : "completed";
  }

  private void writeShortfall(JsonGenerator json, boolean complete) throws IOException {
    if (!complete || shortfall().isEmpty()) {
      json.writeNullField("incomplete_details");
      return;
    }
    json.writeObjectFieldStart("incomplete_details");
    json.writeStringField("reason", shortfall().get());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Usage usage) throws IOException {
    json.writeObjectFieldStart("usage");
    json.writeNumberField("input_tokens", usage.prompt().tokens());
    json.writeObjectFieldStart("input_tokens_details");
    json.writeNumberField("cached_tokens", usage.prompt().cachedTokens());
    json.writeEndObject();
    json.writeNumberField("output_tokens", usage.completionTokens());
    json.writeObjectFieldStart("output_tokens_details");
    json.writeNumberField("reasoning_tokens", usage.reasoningTokens());
    json.writeEndObject();
    json.writeNumberField("total_tokens", usage.totalTokens());
    json.writeEndObject();
  }
}
