package dev.mimokit.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.server.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

  private static final int LIMIT = 3;

  private final ManualClock clock = new ManualClock(Long.MIN_VALUE + 5);
  private final AccountRules rules =
      new AccountRules(Catalog.load(Catalog.DEFAULT_REVISION), clock, () -> 0, true);
  private final Accounts accounts =
      new Accounts(rules, Profiles.load("documented"), List.of(), false, LIMIT);

  @Test
  void keys_name_their_account_before_the_first_point() {
    assertThat(account("sk-acme.a")).isSameAs(account("sk-acme.b.c")).isSameAs(account("sk-acme"));
    assertThat(account("sk-acme2")).isNotSameAs(account("sk-acme"));
  }

  @Test
  void forgets_idle_accounts_when_room_is_needed() {
    fill();
    clock.advance(Duration.ofMinutes(3));

    assertThat(accounts.authenticate(new ApiKey("sk-new"))).isInstanceOf(Accounts.Known.class);
    assertThat(accounts.size()).isEqualTo(1);
  }

  @Test
  void keeps_accounts_that_were_asked_for_lately() {
    fill();
    clock.advance(Duration.ofMinutes(1));

    assertThat(accounts.authenticate(new ApiKey("sk-new"))).isInstanceOf(Accounts.Full.class);
  }

  @Test
  void keeps_accounts_with_something_in_flight() {
    fill();
    Lease lease = (Lease) account("sk-a0").use(0).limiter().tryAcquire(clock.nanoTime(), 10);
    clock.advance(Duration.ofMinutes(30));

    accounts.authenticate(new ApiKey("sk-new"));

    assertThat(accounts.find("a0")).isPresent();
    assertThat(accounts.find("a1")).isEmpty();
    assertThat(lease.settle(clock.nanoTime(), 10)).isTrue();
  }

  @Test
  void whoever_still_holds_a_forgotten_account_uses_the_one_in_its_place() {
    fill();
    Account stale = account("sk-a0");
    ModelUse used = stale.use(0);
    clock.advance(Duration.ofMinutes(3));
    account("sk-new");
    assertThat(accounts.find("a0")).isEmpty();

    Lease first = (Lease) used.limiter().tryAcquire(clock.nanoTime(), 1);
    Lease second = (Lease) stale.use(0).limiter().tryAcquire(clock.nanoTime(), 1);
    account("sk-a0").use(0).limiter().tryAcquire(clock.nanoTime(), 1);

    ModelUse live = account("sk-a0").use(0);
    assertThat(live.limiter().snapshot(clock.nanoTime()).requests()).isEqualTo(3);
    assertThat(first.cancel(clock.nanoTime())).isTrue();
    assertThat(second.cancel(clock.nanoTime())).isTrue();
    assertThat(live.limiter().snapshot(clock.nanoTime()).inFlight()).isEqualTo(1);
  }

  @Test
  void a_sweep_that_spares_an_account_ends_its_idle_models_only() {
    fill();
    Account busy = account("sk-a0");
    ModelUse idle = busy.use(0);
    busy.use(1).limiter().tryAcquire(clock.nanoTime(), 1);
    clock.advance(Duration.ofMinutes(3));
    account("sk-new");

    idle.limiter().tryAcquire(clock.nanoTime(), 1);

    assertThat(accounts.find("a0")).containsSame(busy);
    assertThat(busy.use(0).limiter().snapshot(clock.nanoTime()).requests()).isEqualTo(1);
    assertThat(busy.use(1).limiter().snapshot(clock.nanoTime()).inFlight()).isEqualTo(1);
  }

  @Test
  void all_models_share_the_requests_in_flight_where_the_profile_says_so(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        name: mine
        window: {value: sliding-log, provenance: ASSUMED, source: test}
        requestsPerMinute: {value: 100, provenance: ASSUMED, source: test}
        tokensPerMinute: {value: 1000, provenance: ASSUMED, source: test}
        concurrency: {value: 2, provenance: ASSUMED, source: test}
        concurrencyPer: {value: account, provenance: ASSUMED, source: test}
        completionReservation: {value: none, provenance: ASSUMED, source: test}
        countRefused: {value: false, provenance: ASSUMED, source: test}
        retryAfter: {value: none, provenance: ASSUMED, source: test}
        """);
    Account account = account("sk-acme");
    account.hold(Profiles.load(file.toString()));
    Lease first = (Lease) account.use(0).limiter().tryAcquire(clock.nanoTime(), 1);
    account.use(1).limiter().tryAcquire(clock.nanoTime(), 1);

    Rejected third = (Rejected) account.use(2).limiter().tryAcquire(clock.nanoTime(), 1);
    first.settle(clock.nanoTime(), 1);

    assertThat(third.violated()).containsExactly(Limit.CONCURRENCY);
    assertThat(account.concurrency(account.use(2).limiter().quota())).isEqualTo(2);
    assertThat(account.use(2).limiter().tryAcquire(clock.nanoTime(), 1)).isInstanceOf(Lease.class);
    account.restart(1, account.use(1).limiter().quota());
    assertThat(account.use(1).limiter().tryAcquire(clock.nanoTime(), 1)).isInstanceOf(Lease.class);
  }

  @Test
  void shows_keys_as_hashes_only() {
    assertThat(new ApiKey("sk-acme.secret").toString()).matches("key#[0-9a-f]{8}");
  }

  private void fill() {
    for (int i = 0; i < LIMIT; i++) {
      account("sk-a" + i);
    }
  }

  private Account account(String key) {
    return ((Accounts.Known) accounts.authenticate(new ApiKey(key))).account();
  }
}
