package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;

/**
 * Features a request can ask for beyond text. Those the platform has and this server has not are
 * refused with an error that says so; nothing is answered with a pretence.
 */
record Features(Fields body, ModelSpec spec) {

  void check() throws Incorrect {
    checkKind();
    checkTools();
    checkResponseFormat();
  }

  private void checkKind() throws Incorrect {
    switch (spec.kind()) {
      case TEXT -> {}
      case TTS -> throw notMocked("speech synthesis");
      case ASR -> throw notMocked("speech recognition");
    }
  }

  /** {@code tool_choice} other than auto is silently dropped by the platform, so it is not read. */
  private void checkTools() throws Incorrect {
    if (body.find("tools").isEmpty()) {
      return;
    }
    JsonNode tools = body.array("tools");
    for (JsonNode tool : tools) {
      if ("web_search".equals(tool.path("type").textValue())) {
        throw new Incorrect(
            "web search tool found in the request body, but webSearchEnabled is false");
      }
    }
    if (!tools.isEmpty()) {
      throw notMocked("tools");
    }
  }

  private void checkResponseFormat() throws Incorrect {
    Optional<JsonNode> format = body.object("response_format");
    if (format.isEmpty()) {
      return;
    }
    String type = new Fields(format.get()).text("type").orElse("");
    if (type.equals("json_object")) {
      throw notMocked("response_format json_object");
    }
    if (!type.equals("text")) {
      throw new Incorrect("`response_format.type` must be text or json_object");
    }
  }

  static Incorrect notMocked(String feature) {
    return new Incorrect(PlatformErrors.notMocked(feature));
  }
}
