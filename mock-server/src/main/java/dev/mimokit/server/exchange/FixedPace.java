package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import java.time.Duration;

/** Every event in its own slot, the first after {@code ttft}, each later one {@code gap} after. */
public record FixedPace(Duration ttft, Duration gap) implements Pace {

  @Override
  public Timing timing(ModelSpec spec, Utterance utterance, long seed) {
    long first = ttft.toNanos();
    long step = gap.toNanos();
    return event -> first + event * step;
  }
}
