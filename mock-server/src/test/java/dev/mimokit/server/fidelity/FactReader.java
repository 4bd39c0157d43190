package dev.mimokit.server.fidelity;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.server.fidelity.Fact.Mock;
import dev.mimokit.server.fidelity.Fact.Send;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.yaml.YamlFile;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the table; a key that is not known fails, so that no row can forget to look. */
final class FactReader {

  /** The files of the table, in reading order. */
  static final List<String> FILES =
      List.of(
          "models",
          "chat",
          "stream",
          "errors",
          "limits",
          "anthropic",
          "responses",
          "speech",
          "switches");

  private static final String[] KEYS = {
    "id", "fact", "source", "evidence", "revision", "profile", "config", "before", "send", "auth",
    "key", "headers", "body", "times", "status", "header", "without", "like", "events", "json"
  };

  private FactReader() {}

  static List<Fact> all() {
    List<Fact> facts = new ArrayList<>();
    for (String file : FILES) {
      YamlFile.resource(FactReader.class, file + ".yaml")
          .ifPresent(map -> map.only("facts").get("facts").list().forEach(f -> add(facts, f)));
    }
    return facts;
  }

  private static void add(List<Fact> facts, YamlValue value) {
    YamlMap map = value.map().only(KEYS);
    String id = map.get("id").text();
    String key = "sk-fact" + facts.size() + ".k";
    facts.add(
        new Fact(
            id,
            map.get("fact").text(),
            map.get("source").text(),
            Provenance.valueOf(map.get("evidence").text()),
            mock(map),
            map.find("before").map(list -> before(list, key)).orElse(List.of()),
            send(map, key),
            map.find("status").isPresent()
                ? OptionalInt.of((int) map.get("status").whole(0, 599))
                : OptionalInt.empty(),
            texts(map.find("header")),
            map.find("without").map(FactReader::list).orElse(List.of()),
            map.find("like").map(YamlValue::text),
            map.find("events").map(FactReader::list).orElse(List.of()),
            texts(map.find("json"))));
  }

  private static Mock mock(YamlMap map) {
    return new Mock(
        map.find("revision").map(YamlValue::scalar).orElse(Catalog.DEFAULT_REVISION),
        map.find("profile").map(YamlValue::text).orElse(Profiles.DEFAULT),
        map.find("config").map(YamlValue::text).orElse(""));
  }

  private static List<Send> before(YamlValue list, String key) {
    List<Send> sends = new ArrayList<>();
    for (YamlValue item : list.list()) {
      sends.add(send(item.map().only("send", "auth", "key", "headers", "body", "times"), key));
    }
    return sends;
  }

  private static Send send(YamlMap map, String key) {
    String[] words = map.get("send").text().split(" ", 2);
    return new Send(
        words[0],
        words[1],
        map.find("auth").map(YamlValue::text).orElse("api-key"),
        map.find("key").map(YamlValue::text).map(k -> k.replace("<own>", key)).orElse(key),
        texts(map.find("headers")),
        map.find("body").map(YamlValue::text),
        map.find("times").isPresent() ? (int) map.get("times").whole(1, 1000) : 1);
  }

  private static List<String> list(YamlValue value) {
    return value.list().stream().map(YamlValue::text).toList();
  }

  private static Map<String, String> texts(Optional<YamlValue> value) {
    Map<String, String> texts = new LinkedHashMap<>();
    value.ifPresent(
        map -> map.map().names().forEach(name -> texts.put(name, map.map().get(name).scalar())));
    return texts;
  }
}
