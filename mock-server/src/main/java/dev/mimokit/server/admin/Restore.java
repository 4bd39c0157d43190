package dev.mimokit.server.admin;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.quota.Charge;
import dev.mimokit.core.quota.QuotaState;
import dev.mimokit.server.account.Account;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.profile.QuotaOverride;
import dev.mimokit.server.profile.RetryAfterSending;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An order to bring one account into a state: its rules, and the phase of one model's window. It is
 * read whole before anything changes.
 *
 * @param model the model's place in the catalogue, when a state is given
 */
record Restore(
    Optional<Profile> profile,
    Optional<RetryAfterSending> retryAfter,
    QuotaOverride quota,
    OptionalInt model,
    QuotaState state) {

  private static final String BY = "restored over the admin address";
  private static final long MOST_MILLIS = 1_000_000_000L;
  private static final long NANOS = 1_000_000L;
  private static final long MOST_TOKENS = Long.MAX_VALUE / (2L * Charge.MAX_REQUESTS);

  static Restore read(AdminBody body, Catalog catalog) {
    body.only("profile", "retryAfter", "model", "windowAgeMillis", "charges", "inFlight", "quota");
    OptionalInt model = model(body, catalog);
    boolean stated = body.has("windowAgeMillis") || body.has("charges") || body.has("inFlight");
    if (stated && model.isEmpty()) {
      throw AdminException.bad("'model' is missing: a state belongs to one model");
    }
    return new Restore(
        body.optionalText("profile").map(Restore::profile),
        body.optionalText("retryAfter").map(Restore::sending),
        body.object("quota").map(Restore::quota).orElse(QuotaOverride.NONE),
        model,
        state(body));
  }

  private static OptionalInt model(AdminBody body, Catalog catalog) {
    Optional<String> id = body.optionalText("model");
    if (id.isEmpty()) {
      return OptionalInt.empty();
    }
    int index = catalog.indexOf(id.get());
    if (index < 0) {
      throw AdminException.bad("'model' is not in the catalogue: " + id.get());
    }
    return OptionalInt.of(index);
  }

  private static Profile profile(String name) {
    if (!Profiles.NAMES.contains(name)) {
      throw AdminException.bad(
          "unknown profile '" + name + "', expected one of " + String.join(", ", Profiles.NAMES));
    }
    return Profiles.load(name);
  }

  private static RetryAfterSending sending(String word) {
    return Choice.of(RetryAfterSending.class, word)
        .orElseThrow(
            () ->
                AdminException.bad("'retryAfter' must be " + Choice.list(RetryAfterSending.class)));
  }

  private static QuotaOverride quota(AdminBody body) {
    body.only("requestsPerMinute", "tokensPerMinute", "concurrency");
    return new QuotaOverride(
        body.whole("requestsPerMinute", 1, Integer.MAX_VALUE),
        body.whole("tokensPerMinute", 1, Long.MAX_VALUE),
        body.whole("concurrency", 1, Integer.MAX_VALUE));
  }

  private static QuotaState state(AdminBody body) {
    List<Charge> charges =
        body.has("charges")
            ? body.objects("charges").stream().map(Restore::charge).toList()
            : List.of();
    long requests = charges.stream().mapToLong(Charge::requests).sum();
    if (requests > Charge.MAX_REQUESTS || charges.size() > Charge.MAX_REQUESTS) {
      throw AdminException.bad(
          "'charges' must hold at most " + Charge.MAX_REQUESTS + " requests: " + requests);
    }
    OptionalLong age = body.whole("windowAgeMillis", 0, MOST_MILLIS);
    return new QuotaState(
        charges,
        (int) body.whole("inFlight", 0, Integer.MAX_VALUE).orElse(0),
        age.isPresent() ? OptionalLong.of(age.getAsLong() * NANOS) : OptionalLong.empty());
  }

  private static Charge charge(AdminBody body) {
    body.only("ageMillis", "requests", "tokens");
    return new Charge(
        body.whole("ageMillis", 0, MOST_MILLIS).orElse(0) * NANOS,
        (int) body.whole("requests", 0, Charge.MAX_REQUESTS).orElse(1),
        body.whole("tokens", 0, MOST_TOKENS).orElse(0));
  }

  void apply(Account account, Catalog catalog, long nowNanos) {
    if (changesRules() || model.isEmpty()) {
      account.hold(rules(account.profile()));
    }
    if (model.isPresent()) {
      int index = model.getAsInt();
      account
          .restart(index, account.quota(catalog.models().get(index)))
          .limiter()
          .restore(nowNanos, state);
    }
  }

  private boolean changesRules() {
    return profile.isPresent() || retryAfter.isPresent() || !quota.isEmpty();
  }

  private Profile rules(Profile now) {
    Profile rules = profile.orElse(now);
    if (retryAfter.isPresent()) {
      rules = rules.sending(retryAfter.get(), BY);
    }
    return rules.limitedBy(quota, BY);
  }
}
