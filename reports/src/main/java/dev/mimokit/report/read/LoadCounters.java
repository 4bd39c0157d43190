package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one Gatling simulation counted.
 *
 * @param name its shape, for example {@code burst}
 * @param counters name to value as text, in the file's order
 */
public record LoadCounters(String name, Map<String, String> counters) {

  static final String FILE = "gatling.json";

  /** Reads {@code {"loads":[{"load":NAME,"counters":{…}}]}}; or one object of counters a name. */
  static List<LoadCounters> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    var tree = Json.read(file);
    List<LoadCounters> loads = new ArrayList<>();
    if (tree.isEmpty()) {
      return loads;
    }
    JsonNode root = Json.object(file, "the file", tree.get());
    JsonNode listed = root.path("loads").isMissingNode() ? root : root.path("loads");
    if (listed.isArray()) {
      listed.forEach(load -> loads.add(of(Json.text(load.path("load")), load)));
    } else {
      listed
          .properties()
          .forEach(
              load -> {
                if (load.getValue().isObject()) {
                  loads.add(of(load.getKey(), load.getValue()));
                }
              });
    }
    return loads;
  }

  private static LoadCounters of(String name, JsonNode load) {
    Map<String, String> counters = new LinkedHashMap<>();
    flatten(load, counters);
    return new LoadCounters(name, counters);
  }

  private static void flatten(JsonNode node, Map<String, String> counters) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                flatten(field.getValue(), counters);
              } else if (field.getValue().isNumber()) {
                counters.put(field.getKey(), Json.text(field.getValue()));
              }
            });
  }
}
