package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code manifest.json}: how the run was made. Every part may be missing.
 *
 * @param facts name to value as text, in the order people want to read them
 * @param agents the agents in their order
 * @param options the options the run was started with
 */
public record Manifest(Map<String, String> facts, List<Agent> agents, Map<String, String> options) {

  static final String FILE = "manifest.json";

  private static final List<String> FACTS =
      List.of("startedAt", "wallSeconds", "seed", "mimokit", "java", "os", "cpu", "cores");

  /** An agent and the command that started it; the command may be empty. */
  public record Agent(String name, String command) {}

  /** Copies the list. */
  public Manifest {
    agents = List.copyOf(agents);
  }

  /** Whether the run was strict: a NON-STRICT verdict fails it. */
  public boolean strict() {
    return isSet("strict");
  }

  /** Whether the run was told of known failures, which then do not fail it. */
  public boolean knownFailures() {
    return isSet("known");
  }

  private boolean isSet(String option) {
    String value = options.getOrDefault(option, options.getOrDefault("--" + option, ""));
    return !(value.isBlank() || value.equals("false") || value.equals("[]"));
  }

  static Optional<Manifest> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    var tree = Json.read(file);
    return tree.isEmpty()
        ? Optional.empty()
        : Optional.of(of(Json.object(file, "the file", tree.get())));
  }

  private static Manifest of(JsonNode root) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String name : FACTS) {
      putIfSaid(facts, name, fact(root, name));
    }
    return new Manifest(facts, agents(root.path("agents")), options(root.path("options")));
  }

  private static JsonNode fact(JsonNode root, String name) {
    return root.path(name).isMissingNode() && name.equals("mimokit")
        ? root.path("version")
        : root.path(name);
  }

  private static void putIfSaid(Map<String, String> into, String name, JsonNode value) {
    String text = Json.text(value);
    if (!text.isBlank()) {
      into.put(name, text);
    }
  }

  private static List<Agent> agents(JsonNode node) {
    List<Agent> agents = new ArrayList<>();
    for (JsonNode agent : node) {
      String name = Json.text(agent.isObject() ? agent.path("name") : agent);
      agents.add(new Agent(name, Json.text(agent.path("command"))));
    }
    return agents;
  }

  private static Map<String, String> options(JsonNode node) {
    Map<String, String> options = new LinkedHashMap<>();
    node.properties().forEach(option -> putIfSaid(options, option.getKey(), option.getValue()));
    if (node.isArray()) {
      node.forEach(option -> options.put(Json.text(option), "true"));
    }
    return options;
  }
}
