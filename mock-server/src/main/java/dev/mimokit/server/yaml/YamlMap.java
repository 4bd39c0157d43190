package dev.mimokit.server.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping of names to values, in file order. Immutable. */
public final class YamlMap {

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, YamlValue> values;

  YamlMap(String file, String path, int line, Map<String, YamlValue> values) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.values = new LinkedHashMap<>(values);
  }

  static YamlMap empty(String file) {
    return new YamlMap(file, "", 1, Map.of());
  }

  /** Refuses every name that is not {@code known}. */
  public YamlMap only(String... known) {
    Set<String> names = Set.of(known);
    for (Map.Entry<String, YamlValue> entry : values.entrySet()) {
      if (!names.contains(entry.getKey())) {
        throw entry.getValue().refused("unknown key, expected one of " + String.join(", ", known));
      }
    }
    return this;
  }

  /** All names, in file order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The value of that name, if there is one. */
  public Optional<YamlValue> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of that name, which must be there. */
  public YamlValue get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new YamlException(
                    file, line, "'" + (path.isEmpty() ? "" : path + ".") + name + "' is missing"));
  }
}
