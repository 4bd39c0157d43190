package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One random history of a limiter, from a seed: pauses, steps back, ends and requests, the limiter
 * beside its naive definition. The same seed gives the same history, so a prefix of it is the
 * history with fewer steps.
 */
final class History {

  private static final long WINDOW = 100;

  private record Open(Lease lease, NaiveWindow.Entry entry) {}

  private final SplittableRandom random;
  private final long seed;
  private final Quota quota;
  private final QuotaLimiter limiter;
  private final NaiveQuota oracle;
  private final List<Open> open = new ArrayList<>();
  private long now;
  private long tokens;
  private int steps;

  History(WindowKind kind, long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.quota = quota(kind);
    this.now =
        random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(2_000) : random.nextInt(1_000);
    long anchor = now - random.nextInt(200);
    this.limiter = new QuotaLimiter(quota, anchor);
    this.oracle = new NaiveQuota(quota, anchor);
  }

  private Quota quota(WindowKind kind) {
    TokenAccounting[] accountings = TokenAccounting.values();
    Counting counting =
        new Counting(
            kind,
            Duration.ofNanos(List.of(10, 20, 33, 50, 100, 1_000).get(random.nextInt(6))),
            random.nextBoolean()
                ? TokenAccounting.RESERVE_AND_SETTLE
                : accountings[random.nextInt(accountings.length)],
            random.nextInt(3) == 0);
    return new Quota(
        1 + random.nextInt(20),
        60 + random.nextInt(240),
        random.nextBoolean() ? 1 + random.nextInt(6) : Integer.MAX_VALUE,
        Duration.ofNanos(WINDOW),
        counting);
  }

  int length() {
    return 1 + Math.floorMod(seed * 7919, 150);
  }

  /** Goes on by so many steps, each of them compared with the definition. */
  Admission run(int more) {
    Admission answer = step();
    for (int i = 1; i < more; i++) {
      answer = step();
    }
    return answer;
  }

  private Admission step() {
    steps++;
    now += pause();
    long given = random.nextInt(20) == 0 ? earlier() : now;
    if (!open.isEmpty() && random.nextInt(3) == 0) {
      end(open.remove(random.nextInt(open.size())));
    }
    tokens = random.nextInt(3) == 0 ? 10 : random.nextInt(70 + random.nextInt(200));
    if (random.nextInt(4) == 0) {
      OptionalLong wait = limiter.waitNanos(given, tokens);
      assertThat(wait.isPresent() ? Long.toString(wait.getAsLong()) : "none")
          .as(this::toString)
          .isEqualTo(oracle.peek(given, tokens));
    }
    String expected = oracle.ask(given, tokens);
    Admission answer = limiter.tryAcquire(given, tokens);
    assertThat(shown(answer, given)).as(this::toString).isEqualTo(expected);
    if (answer instanceof Lease lease) {
      open.add(new Open(lease, oracle.admit(given, tokens)));
    }
    return answer;
  }

  /** An instant from before the latest that was seen. */
  private long earlier() {
    assertThat(limiter.snapshot(now).inFlight()).isEqualTo(oracle.inFlight(now));
    return now - random.nextInt(40);
  }

  private void end(Open attempt) {
    long used = random.nextInt(4) == 0 ? 0 : random.nextInt(90);
    oracle.settle(now, attempt.entry(), used);
    Lease lease = attempt.lease();
    assertThat(used == 0 ? lease.cancel(now) : lease.settle(now, used)).isTrue();
    assertThat(lease.settle(now, 1_000_000)).as("a second end").isFalse();
  }

  private long pause() {
    int kind = random.nextInt(17);
    if (kind < 5) {
      return 0;
    }
    return kind < 15 ? 1 + random.nextInt(30) : List.of(99, 100, 101, 250).get(random.nextInt(4));
  }

  /** The last request again, after that long, without its definition. */
  Admission askAgain(long after) {
    return limiter.tryAcquire(now + after, tokens);
  }

  /** From now, whatever instant the request was asked with. */
  long waitAfter(Rejected rejected) {
    return rejected.retryAfterNanos(now);
  }

  long now() {
    return now;
  }

  QuotaLimiter limiter() {
    return limiter;
  }

  /** Ends all that is in flight, without its definition. */
  void endAll() {
    open.forEach(attempt -> attempt.lease().settle(now, attempt.lease().reservedTokens()));
  }

  static String shown(Admission answer, long now) {
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

  @Override
  public String toString() {
    return "seed %d, step %d (replay: -Dquota.seed=%d -Dquota.steps=%d) at %d, %d tokens of %s"
        .formatted(seed, steps, seed, steps, now, tokens, quota);
  }
}
