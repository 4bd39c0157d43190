package dev.mimokit.core.sim;

import dev.mimokit.core.pace.Pacing;
import java.time.Duration;

/** How long an admitted request is in flight. Immutable. */
public sealed interface Service {

  /** No time at all. */
  record Instant() implements Service {}

  /** Always the same. */
  record Fixed(Duration time) implements Service {

    /** Refuses a negative time. */
    public Fixed {
      requireNotNegative("service time", time);
    }
  }

  /** Without memory, of that mean. */
  record Exponential(Duration mean) implements Service {

    /** Refuses a negative mean. */
    public Exponential {
      requireNotNegative("mean service time", mean);
    }
  }

  /**
   * A wait for the first token, then a steady decode.
   *
   * @param ttft lognormal with this median
   * @param sigma of its logarithm; 0 is the median always
   */
  record Decode(Duration ttft, double sigma, double tokensPerSecond) implements Service {

    /** Refuses a negative TTFT or sigma, and a decode that never ends. */
    public Decode {
      requireNotNegative("ttft", ttft);
      if (!(sigma >= 0 && sigma <= 10)) {
        throw new IllegalArgumentException("sigma must be within 0..10: " + sigma);
      }
      if (!(tokensPerSecond >= 1e-3 && tokensPerSecond <= 1e9)) {
        throw new IllegalArgumentException(
            "tokensPerSecond must be within 0.001..1000000000: " + tokensPerSecond);
      }
    }
  }

  /** As the mock paces its answers; allocates for every admitted request. */
  record Paced(Pacing pacing) implements Service {}

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative: " + value);
    }
  }
}
