package dev.mimokit.core.sim;

import java.util.List;

/** How many tokens a part of a request has. Immutable. */
public sealed interface Tokens {

  /** No distribution draws more than this: 16 times the longest documented context. */
  long MOST = 16L << 20;

  /** Always the same; at least 0. */
  static Tokens of(long count) {
    return new Constant(count);
  }

  /** Always the same. */
  record Constant(long count) implements Tokens {

    /** Refuses what is outside 0..{@link Tokens#MOST}. */
    public Constant {
      requireCount("tokens", count);
    }
  }

  /**
   * Lognormal, rounded to a whole number of at least 1, at most {@code most}.
   *
   * @param sigma of the logarithm; 0 is the median always
   */
  record Lognormal(long median, double sigma, long most) implements Tokens {

    /** Refuses a median below 1, a negative sigma and a maximum below the median. */
    public Lognormal {
      requireCount("most tokens", most);
      if (median < 1 || median > most) {
        throw new IllegalArgumentException(
            "median tokens must be within 1..most: " + median + " of " + most);
      }
      if (!(sigma >= 0 && sigma <= 10)) {
        throw new IllegalArgumentException("sigma must be within 0..10: " + sigma);
      }
    }
  }

  /** One of the values, each as likely as it is frequent among them. */
  record Empirical(List<Long> values) implements Tokens {

    /** Copies the list; refuses none, and what is outside 0..{@link Tokens#MOST}. */
    public Empirical {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("an empirical distribution needs at least one value");
      }
      values.forEach(value -> requireCount("tokens", value));
    }
  }

  private static void requireCount(String name, long value) {
    if (value < 0 || value > MOST) {
      throw new IllegalArgumentException(name + " must be within 0.." + MOST + ": " + value);
    }
  }
}
