package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.wire.JsonBody;
import dev.mimokit.server.wire.Spoken;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tool that takes free text: for the model a function with one string argument, for the client
 * the string alone. It is known by its schema, which is one and the same object for all of them.
 */
final class CustomTool {

  private static final String ARGUMENT = "input";
  private static final JsonNode SCHEMA =
      JsonBody.read(
          """
          {"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}"""
              .getBytes(StandardCharsets.UTF_8));

  private CustomTool() {}

  static Tool named(String name) {
    return new Tool(name, SCHEMA);
  }

  /** The names of the custom tools of a call. */
  static Set<String> names(Spoken spoken) {
    return spoken.ask().task() instanceof Task.Talk talk
        ? talk.tools().stream()
            .filter(CustomTool::is)
            .map(Tool::name)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** The text a call brings; empty when its arguments were cut off (ASSUMED). */
  static String input(String arguments) {
    return JsonBody.read(arguments.getBytes(StandardCharsets.UTF_8)).path(ARGUMENT).asText("");
  }

  @SuppressWarnings("ReferenceEquality") // A function may have an equal schema and is none.
  private static boolean is(Tool tool) {
    return tool.parameters() == SCHEMA;
  }
}
