package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.SharedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tools of a request. Only those with a schema are offered here: Anthropic's own tools
 * and web search are refused (ASSUMED error). A {@code tool_choice} other than auto is dropped by
 * the platform, so its type is not read.
 */
record Tools(Fields body) {

  Task task() throws Incorrect {
    List<Tool> tools = new ArrayList<>();
    if (body.find("tools").isPresent()) {
      for (JsonNode tool : body.array("tools")) {
        tools.add(tool(new Fields(tool)));
      }
    }
    return new Task.Talk(tools, Task.Form.TEXT, Optional.empty(), parallel());
  }

  private static Tool tool(Fields tool) throws Incorrect {
    if (!tool.text("type").orElse("custom").equals("custom")) {
      throw new Incorrect("`tools.type` must be custom");
    }
    String name = SharedFields.toolName(tool);
    Optional<JsonNode> schema = tool.object("input_schema");
    if (schema.isEmpty()) {
      throw new Incorrect("`input_schema` is not set", ErrorCase.MISSING_FIELD);
    }
    if (!"object".equals(schema.get().path("type").textValue())) {
      throw new Incorrect("`input_schema.type` must be object");
    }
    return new Tool(name, schema.get());
  }

  private boolean parallel() throws Incorrect {
    Optional<JsonNode> choice = body.object("tool_choice");
    return choice.isEmpty()
        || !new Fields(choice.get()).flag("disable_parallel_tool_use").orElse(false);
  }
}
