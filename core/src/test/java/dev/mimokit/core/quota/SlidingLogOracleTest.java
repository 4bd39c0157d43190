package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Seeded random histories: decision, causes and exact wait equal the naive definition's. */
class SlidingLogOracleTest {

  private static final long SEED = 20261123;
  private static final int HISTORIES = 6_000;
  private static final long WINDOW = 100;

  private record Open(Lease lease, int entry) {}

  @Test
  void decides_as_the_naive_definition_does() {
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      replay(new SplittableRandom(seed), seed);
    }
  }

  private static void replay(SplittableRandom random, long seed) {
    Quota quota = randomQuota(random);
    long now =
        random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(2_000) : random.nextInt(1_000);
    QuotaLimiter limiter = new QuotaLimiter(quota, now);
    NaiveQuota oracle = new NaiveQuota(quota);
    List<Open> open = new ArrayList<>();
    int steps = 1 + random.nextInt(150);
    for (int step = 0; step < steps; step++) {
      now += randomPause(random);
      if (!open.isEmpty() && random.nextInt(3) == 0) {
        settle(random, now, oracle, open.remove(random.nextInt(open.size())));
      }
      long tokens = random.nextInt(70);
      String expected = oracle.ask(now, tokens);
      Admission answer = limiter.tryAcquire(now, tokens);
      assertThat(shown(answer, now))
          .as("seed %d step %d at %d, %d tokens of %s", seed, step, now, tokens, quota)
          .isEqualTo(expected);
      if (answer instanceof Lease lease) {
        open.add(new Open(lease, oracle.admit(now, tokens)));
      }
    }
  }

  private static Quota randomQuota(SplittableRandom random) {
    int concurrency = random.nextBoolean() ? 1 + random.nextInt(6) : Integer.MAX_VALUE;
    return new Quota(
        1 + random.nextInt(20),
        60 + random.nextInt(240),
        concurrency,
        Duration.ofNanos(WINDOW),
        WindowKind.SLIDING_LOG);
  }

  private static long randomPause(SplittableRandom random) {
    int kind = random.nextInt(17);
    if (kind < 5) {
      return 0;
    }
    return kind < 15 ? 1 + random.nextInt(30) : List.of(99, 100, 101, 250).get(random.nextInt(4));
  }

  private static void settle(SplittableRandom random, long now, NaiveQuota oracle, Open open) {
    long used = random.nextInt(4) == 0 ? 0 : random.nextInt(90);
    oracle.settle(now, open.entry(), used);
    assertThat(used == 0 ? open.lease().cancel(now) : open.lease().settle(now, used)).isTrue();
    assertThat(open.lease().settle(now, 1_000_000)).as("a second end").isFalse();
  }

  private static String shown(Admission answer, long now) {
    if (answer instanceof Rejected rejected) {
      String violated = new TreeSet<>(rejected.violated()).toString();
      if (rejected.never()) {
        return violated + " never";
      }
      return rejected.hasRetryAfter()
          ? violated + " in " + rejected.retryAfterNanos(now)
          : violated + " unknown";
    }
    return "admit";
  }
}
