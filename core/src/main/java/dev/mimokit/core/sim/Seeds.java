package dev.mimokit.core.sim;

import java.util.SplittableRandom;

/**
 * Random numbers of one replication: each part has a stream of its own, so that the same requests
 * come at the same instants whatever clients and quotas do with them.
 */
record Seeds(long seed, int replication) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What draws. */
  enum Part {
    ARRIVALS(1),
    REQUESTS(2),
    SESSIONS(3),
    SERVICE(4),
    CLIENTS(5),
    TROUBLE(6),
    PAUSES(7);

    private final int number;

    Part(int number) {
      this.number = number;
    }
  }

  SplittableRandom of(Part part) {
    long mixed = mix(mix(seed + GOLDEN) + replication);
    return new SplittableRandom(mix(mixed + GOLDEN * part.number));
  }

  /** Stafford's variant 13 of the finalizer of MurmurHash3. */
  static long mix(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
