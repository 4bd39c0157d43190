package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded random histories: decision, causes and exact wait equal the naive definition's, for every
 * window kind, every accounting, and refused requests counted or not.
 *
 * <p>The build runs some; {@code mvn -pl core -Pproof test -Dtest=OracleTest} runs a million steps
 * a kind, from the same seed or from another with {@code -Dquota.seed=S}. One history, or a prefix
 * of it, is replayed with {@code -Dtest=OracleTest -Dquota.seed=S -Dquota.steps=N}.
 */
class OracleTest {

  private static final long SEED = Long.getLong("quota.seed", 20_261_123);
  private static final int PREFIX = Integer.getInteger("quota.steps", 0);
  private static final long LEAST = Long.getLong("quota.least", 20_000);

  @ParameterizedTest
  @EnumSource
  void decides_as_the_naive_definition_does(WindowKind kind) {
    if (PREFIX > 0) {
      new History(kind, SEED).run(PREFIX);
      return;
    }
    long steps = 0;
    for (long seed = SEED; steps < LEAST; seed++) {
      History history = new History(kind, seed);
      history.run(history.length());
      steps += history.length();
    }
    System.out.printf("%s: %d steps from seed %d agree with the definition%n", kind, steps, SEED);
  }

  @ParameterizedTest
  @EnumSource
  void a_wait_is_neither_too_long_nor_too_short(WindowKind kind) {
    int waits = 0;
    for (long seed = SEED; waits < LEAST / 200; seed++) {
      History history = new History(kind, seed);
      if (history.run(history.length()) instanceof Rejected rejected && rejected.hasRetryAfter()) {
        long wait = Math.max(1, history.waitAfter(rejected));
        assertThat(isRateLimited(again(kind, seed, wait))).as(history::toString).isFalse();
        assertThat(isRateLimited(again(kind, seed, wait - 1))).as(history::toString).isTrue();
        waits++;
      }
    }
  }

  /** The same history, and then the last request once more. */
  private static Admission again(WindowKind kind, long seed, long after) {
    History history = new History(kind, seed);
    history.run(history.length());
    return history.askAgain(after);
  }

  private static boolean isRateLimited(Admission answer) {
    return answer instanceof Rejected rejected && rejected.hasRetryAfter();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_in_flight_when_all_have_ended(WindowKind kind) {
    for (long seed = SEED; seed < SEED + 60; seed++) {
      History history = new History(kind, seed);
      history.run(history.length());

      history.endAll();

      assertThat(history.limiter().snapshot(history.now()).inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_snapshot_restores_to_itself(WindowKind kind) {
    for (long seed = SEED; seed < SEED + 100; seed++) {
      History history = new History(kind, seed);
      history.run(history.length());
      QuotaState state = history.limiter().snapshot(history.now());
      QuotaLimiter other = new QuotaLimiter(history.limiter().quota(), history.now() - 1_000);

      other.restore(history.now(), state);

      assertThat(other.snapshot(history.now())).as(history::toString).isEqualTo(state);
    }
  }
}
