package dev.mimokit.server.config;

import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.core.pace.Silence;
import dev.mimokit.core.pace.Speed;
import dev.mimokit.core.pace.SpeedTable;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code latency}. */
final class LatencyReader {

  private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();
  private static final long MILLI = 1_000_000;
  private static final int FASTEST = 1_000_000;
  private static final double LARGEST_SCALE = 1000;
  private static final String MEDIAN = "ttftMedianMillis";

  private LatencyReader() {}

  static Latency read(YamlValue value) {
    YamlMap map = value.map().only("fixed", "profile", "scale", "models");
    Latency base = base(value, map);
    if (map.find("scale").isEmpty() && map.find("models").isEmpty()) {
      return base;
    }
    return new Latency.Tuned(
        base,
        map.find("models").map(LatencyReader::models).orElse(Map.of()),
        map.find("scale").map(scale -> scale.decimal(0, LARGEST_SCALE)).orElse(1.0));
  }

  private static Latency base(YamlValue value, YamlMap map) {
    Optional<YamlValue> fixed = map.find("fixed");
    Optional<YamlValue> named = map.find("profile");
    if (fixed.isPresent() == named.isPresent()) {
      throw value.refused("expected either fixed or profile");
    }
    return fixed.isPresent() ? fixed(fixed.get()) : named(map.get("profile"));
  }

  private static Latency named(YamlValue value) {
    try {
      return Latency.named(value.scalar());
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  private static Latency fixed(YamlValue value) {
    YamlMap map = value.map().only("ttftMillis", "interTokenMillis");
    return new Latency.Fixed(
        Duration.ofMillis(map.get("ttftMillis").whole(0, LONGEST_MILLIS)),
        Duration.ofMillis(map.get("interTokenMillis").whole(0, LONGEST_MILLIS)));
  }

  private static Map<String, Speed> models(YamlValue value) {
    Map<String, Speed> models = new LinkedHashMap<>();
    YamlMap map = value.map();
    map.names().forEach(id -> models.put(id, speed(id, map.get(id))));
    return models;
  }

  private static Speed speed(String id, YamlValue value) {
    YamlMap map =
        value
            .map()
            .only(
                MEDIAN,
                "ttftP95Millis",
                "prefillMillisPer10k",
                "tokensPerSecond",
                "silenceMillis",
                "silenceFromTokens");
    Speed usual = SpeedTable.of(id);
    long median = nanos(map, MEDIAN, 1, usual.ttftMedianNanos());
    double spread = (double) usual.ttftP95Nanos() / usual.ttftMedianNanos();
    try {
      return new Speed(
          median,
          nanos(map, "ttftP95Millis", 1, Math.round(median * spread)),
          nanos(map, "prefillMillisPer10k", 0, usual.prefillNanosPer10k()),
          (int) whole(map, "tokensPerSecond", FASTEST, usual.tokensPerSecond()),
          silence(map, usual.silence()),
          Provenance.ASSUMED,
          "configuration");
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  private static Silence silence(YamlMap map, Silence usual) {
    return new Silence(
        map.find("silenceFromTokens")
            .map(from -> from.whole(0, Integer.MAX_VALUE))
            .orElse(usual.fromPromptTokens()),
        nanos(map, "silenceMillis", 0, usual.nanos()));
  }

  private static long nanos(YamlMap map, String name, long min, long usual) {
    return map.find(name).map(value -> value.whole(min, LONGEST_MILLIS) * MILLI).orElse(usual);
  }

  private static long whole(YamlMap map, String name, long max, long usual) {
    return map.find(name).map(value -> value.whole(1, max)).orElse(usual);
  }
}
