package dev.mimokit.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.server.profile.Profiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
