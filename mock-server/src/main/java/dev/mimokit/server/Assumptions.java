package dev.mimokit.server;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Says in words which limits hold, and which of them the platform does not document. */
record Assumptions(Catalog catalog, Profile profile, boolean limited) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!limited) {
      lines.add("limits are off: every request is admitted");
      return lines;
    }
    limits().forEach((limit, models) -> lines.add(limit + ": " + String.join(", ", models)));
    addAssumed(lines, "window " + Choice.word(profile.window().value()), profile.window());
    addGrain(lines);
    addAssumed(
        lines,
        "concurrency " + profile.concurrency().value() + perAccount(),
        profile.concurrency());
    addAssumed(
        lines,
        "reserved when no maximum is named: "
            + Choice.word(profile.completionReservation().value()),
        profile.completionReservation());
    addAccounting(lines);
    addAssumed(
        lines,
        "refused requests are " + (profile.countRefused().value() ? "counted" : "not counted"),
        profile.countRefused());
    addAssumed(
        lines, "Retry-After: " + Choice.word(profile.retryAfter().value()), profile.retryAfter());
    addLoad(lines);
    return lines;
  }

  private void addGrain(List<String> lines) {
    Stated<Duration> grain = profile.counting().grain();
    WindowKind kind = profile.window().value();
    if (kind == WindowKind.TOKEN_BUCKET || kind == WindowKind.SUB_WINDOWS) {
      addAssumed(lines, "requests spread by " + grain.value().toSeconds() + " s", grain);
    }
  }

  private String perAccount() {
    return profile.isConcurrencyShared() ? " over all models of an account" : "";
  }

  private void addAccounting(List<String> lines) {
    Stated<TokenAccounting> accounting = profile.counting().accounting();
    if (accounting.value() != TokenAccounting.RESERVE_AND_SETTLE) {
      addAssumed(lines, "tokens: " + Choice.word(accounting.value()), accounting);
    }
  }

  private void addLoad(List<String> lines) {
    ServerLoad load = profile.load().value();
    if (!load.equals(ServerLoad.NONE)) {
      addAssumed(
          lines,
          "load: full speed up to "
              + load.knee()
              + " answers at once, in line from "
              + load.line().from()
              + ", refused above "
              + load.refuseAbove(),
          profile.load());
    }
  }

  /** Models by their limits, in page order. */
  private Map<String, List<String>> limits() {
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (ModelSpec spec : catalog.models()) {
      models.computeIfAbsent(limit(spec), limit -> new ArrayList<>()).add(spec.id());
    }
    return models;
  }

  private String limit(ModelSpec spec) {
    Quota quota = profile.quota(spec.limits());
    return perMinute(quota.requests(), profile.requestsPerMinute(spec.limits()), "RPM")
        + ", "
        + perMinute(quota.tokens(), profile.tokensPerMinute(spec.limits()), "TPM");
  }

  private static String perMinute(long value, Stated<OptionalLong> stated, String limit) {
    return stated.value().isPresent()
        ? value + " " + limit + " (" + stated.provenance() + ")"
        : "no " + limit + " (no page prints one)";
  }

  private static void addAssumed(List<String> lines, String what, Stated<?> stated) {
    if (stated.provenance() != Provenance.DOCUMENTED) {
      lines.add(stated.provenance() + ": " + what + " (" + stated.source() + ")");
    }
  }
}
