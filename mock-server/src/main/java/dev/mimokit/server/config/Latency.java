package dev.mimokit.server.config;

import java.time.Duration;

/** How long answers take. */
public sealed interface Latency {

  /** No waiting at all. */
  record Off() implements Latency {}

  /** As slow as the real service was seen to be. */
  record Documented() implements Latency {}

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
