package dev.mimokit.server.profile;

import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.pace.WaitingLine;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.time.Duration;
import java.util.Optional;

/** Reads the {@code load} of a profile or a configuration. */
public final class LoadReader {

  private static final int MOST = 1_000_000;
  private static final double STEEPEST = 1000;
  private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

  private LoadReader() {}

  /** Reads the knobs; those that are absent change nothing. */
  public static ServerLoad read(YamlValue value) {
    YamlMap map =
        value
            .map()
            .only(
                "knee",
                "ttftSlope",
                "interTokenSlope",
                "queueFrom",
                "queueMillisEach",
                "refuseAbove");
    requireKnee(map, "ttftSlope");
    requireKnee(map, "interTokenSlope");
    return new ServerLoad(
        whole(map, "knee", 0),
        slope(map, "ttftSlope"),
        slope(map, "interTokenSlope"),
        line(map),
        whole(map, "refuseAbove", 1));
  }

  /** A slope without a knee would have no effect. */
  private static void requireKnee(YamlMap map, String slope) {
    if (map.find(slope).isPresent()) {
      map.get("knee");
    }
  }

  private static WaitingLine line(YamlMap map) {
    if (map.find("queueFrom").isEmpty() && map.find("queueMillisEach").isEmpty()) {
      return WaitingLine.NONE;
    }
    long millis = map.get("queueMillisEach").whole(0, LONGEST_MILLIS);
    return new WaitingLine(
        (int) map.get("queueFrom").whole(0, MOST), Duration.ofMillis(millis).toNanos());
  }

  private static int whole(YamlMap map, String name, int min) {
    Optional<YamlValue> value = map.find(name);
    return value.isPresent() ? (int) value.get().whole(min, MOST) : Integer.MAX_VALUE;
  }

  private static double slope(YamlMap map, String name) {
    Optional<YamlValue> value = map.find(name);
    return value.isPresent() ? value.get().decimal(0, STEEPEST) : 0;
  }
}
