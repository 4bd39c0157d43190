package dev.mimokit.server.config;

import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.store.DegradedPolicy;
import dev.mimokit.server.store.StoreSpec;
import dev.mimokit.server.yaml.YamlException;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.time.Duration;

/** Reads {@code store}. */
final class StoreReader {

  private static final long MOST_NODES = 10_000;
  private static final long LONGEST_MILLIS = 60_000;

  private StoreReader() {}

  static StoreSpec read(YamlValue value) {
    YamlMap map = value.map().only("redis", "nodes", "degraded", "timeoutMillis");
    return new StoreSpec(
        uri(map.get("redis")),
        map.find("nodes").map(nodes -> (int) nodes.whole(1, MOST_NODES)).orElse(StoreSpec.NODES),
        map.find("degraded").map(StoreReader::policy).orElse(DegradedPolicy.LOCAL_SHARE),
        map.find("timeoutMillis")
            .map(millis -> Duration.ofMillis(millis.whole(1, LONGEST_MILLIS)))
            .orElse(StoreSpec.TIMEOUT));
  }

  private static String uri(YamlValue value) {
    try {
      return StoreSpec.redis(value.text()).uri();
    } catch (YamlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  private static DegradedPolicy policy(YamlValue value) {
    return Choice.of(DegradedPolicy.class, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(DegradedPolicy.class)));
  }
}
