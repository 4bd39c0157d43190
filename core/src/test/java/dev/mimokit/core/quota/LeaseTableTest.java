package dev.mimokit.core.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases as numbers against leases as objects. */
class LeaseTableTest {

  private static final long SEED = Long.getLong("quota.seed", 20_261_127);

  @ParameterizedTest
  @EnumSource
  void a_table_is_answered_as_objects_are(WindowKind kind) {
    List<TokenAccounting> accountings = List.of(TokenAccounting.values());
    for (long seed = SEED; seed < SEED + 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Counting counting =
          new Counting(
              kind,
              Duration.ofSeconds(1 + random.nextInt(60)),
              accountings.get(random.nextInt(accountings.size())),
              random.nextBoolean());
      Quota quota = Quota.perMinute(5, 1_000, 4, counting);
      QuotaLimiter objects = new QuotaLimiter(quota, 0);
      QuotaLimiter numbers = new QuotaLimiter(quota, 0);
      LeaseTable table = new LeaseTable(1);
      List<Lease> leases = new ArrayList<>();
      List<Integer> slots = new ArrayList<>();
      long now = 0;
      for (int step = 0; step < 400; step++) {
        now += random.nextLong(Duration.ofSeconds(6).toNanos());
        String at = "seed " + seed + ", step " + step;
        long tokens = random.nextLong(400);
        if (random.nextInt(3) > 0 || leases.isEmpty()) {
          Admission object = objects.tryAcquire(now, tokens);
          Rejected number = numbers.tryAcquire(now, tokens, table, step);
          if (object instanceof Lease lease) {
            assertThat(number).as(at).isNull();
            assertThat(table.reservedTokens(step)).as(at).isEqualTo(lease.reservedTokens());
            leases.add(lease);
            slots.add(step);
          } else {
            assertThat(number).as(at).hasToString(object.toString());
          }
        } else {
          int which = random.nextInt(leases.size());
          assertThat(numbers.settle(now, tokens, table, slots.remove(which)))
              .as(at)
              .isEqualTo(leases.remove(which).settle(now, tokens));
        }
        assertThat(numbers.snapshot(now)).as(at).isEqualTo(objects.snapshot(now));
      }
    }
  }

  @Test
  void a_slot_ends_once_and_is_used_again() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(5, 100, 1, WindowKind.SLIDING_LOG), 0);
    LeaseTable table = new LeaseTable(1);
    limiter.tryAcquire(0, 10, table, 0);

    assertThat(limiter.settle(1, 10, table, 0)).isTrue();
    assertThat(limiter.settle(2, 10, table, 0)).isFalse();
    assertThat(limiter.tryAcquire(3, 10, table, 0)).isNull();
    assertThat(limiter.settle(4, 10, table, 99)).isFalse();
  }

  @Test
  void leases_of_before_a_restore_no_longer_count() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(5, 100, 9, WindowKind.SLIDING_LOG), 0);
    LeaseTable table = new LeaseTable(1);
    limiter.tryAcquire(0, 10, table, 0);
    limiter.restore(1, new QuotaState(List.of(), 3, OptionalLong.empty()));

    limiter.settle(2, 10, table, 0);

    assertThat(limiter.snapshot(3).inFlight()).isEqualTo(3);
  }

  @Test
  void a_slot_that_is_taken_is_refused() {
    QuotaLimiter limiter = new QuotaLimiter(Quota.perMinute(5, 100, 9, WindowKind.SLIDING_LOG), 0);
    LeaseTable table = new LeaseTable(1);
    limiter.tryAcquire(0, 10, table, 0);

    assertThatThrownBy(() -> limiter.tryAcquire(0, 10, table, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("slot 0 holds a lease");
  }
}
