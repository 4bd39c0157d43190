package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * {@code verdicts.json}.
 *
 * @param exit the exit code the gate recorded, if it did
 */
record VerdictFile(Path path, Map<CaseKey, CaseVerdict> verdicts, OptionalInt exit) {

  static final String FILE = "verdicts.json";

  static VerdictFile read(Path directory) throws RunFormatException {
    Path path = directory.resolve(FILE);
    VerdictFile file = new VerdictFile(path, new LinkedHashMap<>(), OptionalInt.empty());
    var tree = Json.read(path);
    return tree.isEmpty() ? file : file.filled(Json.object(path, "the file", tree.get()));
  }

  private VerdictFile filled(JsonNode root) throws RunFormatException {
    JsonNode agents = Json.object(path, "agents", root.path("agents"));
    for (Map.Entry<String, JsonNode> agent : agents.properties()) {
      String where = "agents." + agent.getKey();
      for (var tested : Json.object(path, where, agent.getValue()).properties()) {
        verdicts.put(
            new CaseKey(agent.getKey(), tested.getKey()),
            CaseVerdict.read(this, where + "." + tested.getKey(), tested.getValue()));
      }
    }
    return new VerdictFile(path, verdicts, exit(root.path("exit")));
  }

  private OptionalInt exit(JsonNode node) throws RunFormatException {
    if (node.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!node.isInt() || node.intValue() < 0 || node.intValue() > 3) {
      throw Json.expected(path, "exit", "0, 1, 2 or 3", node);
    }
    return OptionalInt.of(node.intValue());
  }
}
