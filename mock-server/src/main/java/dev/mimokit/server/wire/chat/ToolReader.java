package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Task.Form;
import dev.mimokit.server.call.Task.WebSearch;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code tools}: functions, and the web search. {@code tool_choice} is not read at all: the
 * platform silently drops every value but auto, which is what it does without one. Neither are
 * {@code strict} and {@code parallel_tool_calls}, which have no effect. Texts of refusals are
 * ASSUMED.
 */
record ToolReader(ChatRules rules) {

  private static final int LONGEST_NAME = 64;
  private static final int MOST_KEYWORDS = 50;
  private static final int MOST_SOURCES = 50;
  private static final int USUAL = 5;

  Task none(Form form) {
    return new Task.Talk(List.of(), form, Optional.empty());
  }

  Task read(JsonNode list, Form form) throws Incorrect {
    List<Tool> tools = new ArrayList<>(list.size());
    Optional<WebSearch> search = Optional.empty();
    for (JsonNode tool : list) {
      if (!tool.isObject()) {
        throw new Incorrect("`tools` must hold objects");
      }
      switch (tool.path("type").asText("")) {
        case "function" -> tools.add(function(tool));
        case "web_search" -> search = Optional.of(search(new Fields(tool)));
        default -> throw new Incorrect("`tools.type` must be function or web_search");
      }
    }
    return new Task.Talk(tools, form, search);
  }

  private Tool function(JsonNode tool) throws Incorrect {
    Fields function =
        new Fields(
            new Fields(tool)
                .object("function")
                .orElseThrow(
                    () -> new Incorrect("`function` is not set", ErrorCase.MISSING_FIELD)));
    String name =
        function
            .text("name")
            .orElseThrow(
                () -> new Incorrect("`function.name` is not set", ErrorCase.MISSING_FIELD));
    if (!isName(name)) {
      throw new Incorrect(
          "`function.name` must be 1 to " + LONGEST_NAME + " letters, digits, - or _");
    }
    function.text("description");
    JsonNode parameters = function.object("parameters").orElse(MissingNode.getInstance());
    return new Tool(name, parameters, rules.countsTools() ? tool.toString() : "");
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(unit -> Tool.mayName((char) unit));
  }

  private WebSearch search(Fields tool) throws Incorrect {
    if (!rules.webSearch()) {
      throw new Incorrect(PlatformErrors.webSearchOff());
    }
    tool.object("user_location");
    return new WebSearch(
        tool.flag("force_search").orElse(false),
        (int) tool.whole("max_keyword", 1, MOST_KEYWORDS).orElse(USUAL),
        (int) tool.whole("limit", 1, MOST_SOURCES).orElse(USUAL));
  }
}
