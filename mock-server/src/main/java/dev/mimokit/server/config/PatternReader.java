package dev.mimokit.server.config;

import dev.mimokit.server.content.RequestPattern;
import dev.mimokit.server.yaml.YamlException;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads which calls an entry is meant for. */
final class PatternReader {

  private PatternReader() {}

  static RequestPattern read(YamlValue entry, YamlMap map) {
    try {
      return new RequestPattern(
          map.find("match").map(PatternReader::regex),
          map.find("contains").map(YamlValue::scalar),
          map.find("model").map(YamlValue::scalar));
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw entry.refused(String.valueOf(e.getMessage()));
    }
  }

  private static Pattern regex(YamlValue value) {
    try {
      return Pattern.compile(value.scalar());
    } catch (PatternSyntaxException e) {
      throw value.refused("is not a regular expression: " + e.getDescription());
    }
  }
}
