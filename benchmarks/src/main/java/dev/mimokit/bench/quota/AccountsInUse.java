package dev.mimokit.bench.quota;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.account.Account;
import dev.mimokit.server.account.AccountRules;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.profile.Profiles;
import java.util.List;

/** Accounts of a server, each with a limiter for the first models of the catalogue. */
final class AccountsInUse {

  private static final int MODELS = 4;

  private final Accounts accounts;

  /** So many, at most {@link Accounts#LIMIT}. */
  AccountsInUse(int count) {
    accounts =
        new Accounts(
            new AccountRules(
                Catalog.load(Catalog.DEFAULT_REVISION),
                NanoClock.system(),
                WallClock.system(),
                true),
            Profiles.load(Profiles.DEFAULT),
            List.of(),
            false);
    for (int i = 0; i < count; i++) {
      Account account = enter(id(i));
      for (int model = 0; model < MODELS; model++) {
        account.use(model);
      }
    }
  }

  /** A single one. */
  static Account one() {
    return new AccountsInUse(1).enter(id(0));
  }

  /** The id of the account at that place. */
  static String id(int place) {
    return "account" + place;
  }

  /** All of them. */
  Accounts accounts() {
    return accounts;
  }

  private Account enter(String id) {
    if (accounts.enter(id) instanceof Accounts.Known known) {
      return known.account();
    }
    throw new IllegalStateException("no room for account " + id);
  }
}
