package dev.mimokit.server.config;

import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.quirk.ErrorForm;
import dev.mimokit.server.quirk.ErrorForm.Texture;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads {@code wire.errors}: other bodies for errors that were never seen. */
final class ErrorFormReader {

  private static final int FIRST_ERROR = 400;
  private static final int LAST_ERROR = 599;

  private ErrorFormReader() {}

  static Map<ErrorCase, ErrorForm> read(YamlValue value) {
    YamlMap map = value.map();
    Map<ErrorCase, ErrorForm> forms = new EnumMap<>(ErrorCase.class);
    for (String name : map.names()) {
      ErrorCase kind =
          Choice.of(ErrorCase.class, name)
              .filter(found -> found != ErrorCase.SEEN)
              .orElseThrow(
                  () -> map.get(name).refused("unknown key, expected one of " + caseNames()));
      forms.put(kind, form(map.get(name)));
    }
    return forms;
  }

  private static String caseNames() {
    return Arrays.stream(ErrorCase.values())
        .filter(kind -> kind != ErrorCase.SEEN)
        .map(Choice::word)
        .collect(Collectors.joining(", "));
  }

  private static ErrorForm form(YamlValue value) {
    YamlMap map = value.map().only("status", "code", "message", "param", "type", "texture");
    Optional<YamlValue> status = map.find("status");
    return new ErrorForm(
        status.isPresent()
            ? OptionalInt.of((int) status.get().whole(FIRST_ERROR, LAST_ERROR))
            : OptionalInt.empty(),
        map.find("code").map(YamlValue::scalar),
        map.find("message").map(YamlValue::scalar),
        map.find("param").map(YamlValue::scalar),
        map.find("type").map(YamlValue::scalar),
        map.find("texture").map(ErrorFormReader::texture));
  }

  private static Texture texture(YamlValue value) {
    return Choice.of(Texture.class, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(Texture.class)));
  }
}
