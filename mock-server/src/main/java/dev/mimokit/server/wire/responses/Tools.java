package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.SharedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tools of a request. A {@code tool_choice} other than auto is dropped by the platform,
 * so it is not read.
 */
record Tools(Fields body) {

  List<Tool> read() throws Incorrect {
    List<Tool> tools = new ArrayList<>();
    if (body.find("tools").isPresent()) {
      for (JsonNode tool : body.array("tools")) {
        tools.add(tool(new Fields(tool)));
      }
    }
    return tools;
  }

  private static Tool tool(Fields tool) throws Incorrect {
    return switch (tool.text("type").orElse("")) {
      case "function" -> function(tool);
      case "custom" -> CustomTool.named(SharedFields.toolName(tool));
      case "namespace" -> throw new Incorrect(PlatformErrors.notMocked("tools of type namespace"));
      case "web_search" -> throw searchRefused();
      default ->
          throw new Incorrect("`tools.type` must be function, custom, namespace or web_search");
    };
  }

  private static Tool function(Fields tool) throws Incorrect {
    String name = SharedFields.toolName(tool);
    tool.flag("strict");
    Optional<JsonNode> parameters = tool.object("parameters");
    if (parameters.isEmpty()) {
      throw new Incorrect("`parameters` is not set", ErrorCase.MISSING_FIELD);
    }
    return new Tool(name, parameters.get());
  }

  /** The plugin is off, as on the chat path. */
  private static Incorrect searchRefused() {
    return new Incorrect(
        "web search tool found in the request body, but webSearchEnabled is false");
  }
}
