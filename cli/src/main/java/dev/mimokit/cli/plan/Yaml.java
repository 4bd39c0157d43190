package dev.mimokit.cli.plan;

import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.time.Duration;
import java.util.function.Function;

/** Values as the planner's files write them; each refusal names file, line and key. */
final class Yaml {

  private static final double LONGEST_SECONDS = 3e8;
  private static final double NANOS = 1e9;

  private Yaml() {}

  /** What the reader makes of a value, with its complaints at the value's place. */
  static <T> T checked(YamlValue value, Function<YamlValue, T> reader) {
    try {
      return reader.apply(value);
    } catch (dev.mimokit.server.yaml.YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  static Duration seconds(YamlValue value) {
    return Duration.ofNanos(Math.round(value.decimal(0, LONGEST_SECONDS) * NANOS));
  }

  static Duration hours(YamlValue value) {
    return Duration.ofNanos(Math.round(value.decimal(0, LONGEST_SECONDS / 3600) * 3600 * NANOS));
  }

  static <E extends Enum<E>> E choice(YamlValue value, Class<E> type) {
    return Choice.of(type, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(type) + ": " + value.text()));
  }

  static <T> T or(YamlMap map, String name, Function<YamlValue, T> reader, T usual) {
    return map.find(name).map(value -> checked(value, reader)).orElse(usual);
  }
}
