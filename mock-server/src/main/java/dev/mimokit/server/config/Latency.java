package dev.mimokit.server.config;

import dev.mimokit.core.pace.Pacing;
import dev.mimokit.core.pace.Speed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long answers take. */
public sealed interface Latency {

  /** The pacing of a model's answers. */
  Pacing pacing(String modelId);

  /** No waiting at all. */
  record Off() implements Latency {

    @Override
    public Pacing pacing(String modelId) {
      return Pacing.off();
    }
  }

  /** As slow as the real service was seen to be. */
  record Documented() implements Latency {

    @Override
    public Pacing pacing(String modelId) {
      return Pacing.documented(modelId);
    }
  }

  /**
   * Every event in its own slot, one token an event: the first after {@code ttft}, each later one
   * {@code interToken} after the one before.
   */
  record Fixed(Duration ttft, Duration interToken) implements Latency {

    /** Refuses negative spans. */
    public Fixed {
      if (ttft.isNegative() || interToken.isNegative()) {
        throw new IllegalArgumentException(
            "latency must not be negative: " + ttft + ", " + interToken);
      }
    }

    @Override
    public Pacing pacing(String modelId) {
      return Pacing.fixed(ttft, interToken);
    }
  }

  /**
   * Another latency, with some models at a speed of their own, and all of it scaled.
   *
   * @param scale at least 0; 1 changes nothing
   */
  record Tuned(Latency base, Map<String, Speed> models, double scale) implements Latency {

    /** Copies the models. */
    public Tuned {
      models = Map.copyOf(models);
    }

    @Override
    public Pacing pacing(String modelId) {
      return Optional.ofNullable(models.get(modelId))
          .<Pacing>map(Pacing.Drawn::new)
          .orElseGet(() -> base.pacing(modelId))
          .scaled(scale);
    }
  }

  /** The names that a command line and a file know. */
  static Latency named(String name) {
    return switch (name) {
      case "off" -> new Off();
      case "documented" -> new Documented();
      default ->
          throw new IllegalArgumentException(
              "unknown latency profile: '" + name + "', expected off or documented");
    };
  }
}
