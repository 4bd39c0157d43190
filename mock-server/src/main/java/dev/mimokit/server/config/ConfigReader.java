package dev.mimokit.server.config;

import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.account.AccountSpec;
import dev.mimokit.server.account.Cluster;
import dev.mimokit.server.account.Standing;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.LoadReader;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.profile.QuotaOverride;
import dev.mimokit.server.profile.RetryAfterSending;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.yaml.YamlFile;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads configuration files; unknown keys and wrong types are refused by name and line. */
public final class ConfigReader {

  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z_-]{1,128}");

  private final Profile profile;

  /** Accounts that name no profile are held to {@code profile}. */
  public ConfigReader(Profile profile) {
    this.profile = profile;
  }

  /** Reads a file; refusals are one line: file, line, key, what was expected. */
  public ServerConfig read(Path file) {
    return read(YamlFile.read(file));
  }

  ServerConfig read(YamlMap root) {
    root.only(
        "strictKeys",
        "accounts",
        "cluster",
        "latency",
        "load",
        "tokens",
        "content",
        "wire",
        "store");
    Optional<YamlMap> tokens = root.find("tokens").map(ConfigReader::tokens);
    return new ServerConfig(
        root.find("strictKeys").map(YamlValue::flag).orElse(false),
        root.find("accounts").map(this::accounts).orElse(List.of()),
        root.find("cluster").map(ConfigReader::cluster),
        root.find("latency").map(LatencyReader::read),
        root.find("load").map(LoadReader::read),
        tokens.flatMap(map -> map.find("mode")).map(ConfigReader::tokenMode),
        tokens.flatMap(map -> map.find("tokenizer")).map(YamlValue::besides),
        root.find("content").map(ContentReader::read).orElse(Content.DEFAULT),
        root.find("wire").map(QuirksReader::read).orElse(Quirks.DEFAULT),
        root.find("store").map(StoreReader::read));
  }

  private static YamlMap tokens(YamlValue value) {
    return value.map().only("mode", "tokenizer");
  }

  private static TokenMode tokenMode(YamlValue value) {
    return Choice.of(TokenMode.class, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(TokenMode.class)));
  }

  private List<AccountSpec> accounts(YamlValue list) {
    List<AccountSpec> accounts = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (YamlValue item : list.list()) {
      AccountSpec spec =
          account(
              item.map().only("id", "keys", "profile", "retryAfter", "quota", "balance", "plan"));
      if (!taken.add("account " + spec.id())) {
        throw item.refused("account '" + spec.id() + "' stands there twice");
      }
      for (String key : spec.keys()) {
        if (!taken.add("key " + key)) {
          throw item.refused("a key of account '" + spec.id() + "' stands there twice");
        }
      }
      accounts.add(spec);
    }
    return accounts;
  }

  private AccountSpec account(YamlMap map) {
    String id = map.get("id").scalar();
    if (!ACCOUNT.matcher(id).matches()) {
      throw map.get("id").refused("expected letters, digits, - and _: " + id);
    }
    return new AccountSpec(id, keys(map.get("keys")), rules(map, "account " + id), standing(map));
  }

  private static Standing standing(YamlMap map) {
    Optional<YamlValue> plan = map.find("plan");
    Optional<YamlValue> balance = map.find("balance");
    if (plan.isPresent() && balance.isPresent()) {
      throw balance.get().refused("expected either balance or plan");
    }
    if (plan.isPresent()) {
      YamlMap stated = plan.get().map().only("region", "spent");
      Cluster region = cluster(stated.get("region"));
      if (region == Cluster.PAYG) {
        throw stated.get("region").refused("expected cn or sgp or ams");
      }
      return new Standing(region, stated.find("spent").map(YamlValue::flag).orElse(false));
    }
    return new Standing(
        Cluster.PAYG, balance.isPresent() && balance.get().decimal(0, Double.MAX_VALUE) == 0);
  }

  private static Cluster cluster(YamlValue value) {
    return Choice.of(Cluster.class, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(Cluster.class)));
  }

  private static List<String> keys(YamlValue list) {
    List<String> keys = list.list().stream().map(YamlValue::text).toList();
    if (keys.isEmpty() || keys.stream().anyMatch(String::isBlank)) {
      throw list.refused("expected at least one key, none of them blank");
    }
    return keys;
  }

  private Profile rules(YamlMap map, String by) {
    Profile rules = map.find("profile").map(ConfigReader::profile).orElse(profile);
    Optional<YamlValue> retryAfter = map.find("retryAfter");
    if (retryAfter.isPresent()) {
      rules = rules.sending(sending(retryAfter.get()), by);
    }
    Optional<YamlValue> quota = map.find("quota");
    return quota.isPresent() ? rules.limitedBy(quota(quota.get()), by) : rules;
  }

  private static Profile profile(YamlValue value) {
    try {
      return Profiles.load(value.text());
    } catch (IllegalArgumentException e) {
      throw value.refused(String.valueOf(e.getMessage()));
    }
  }

  private static RetryAfterSending sending(YamlValue value) {
    return Choice.of(RetryAfterSending.class, value.text())
        .orElseThrow(() -> value.refused("expected " + Choice.list(RetryAfterSending.class)));
  }

  private static QuotaOverride quota(YamlValue value) {
    YamlMap map = value.map().only("requestsPerMinute", "tokensPerMinute", "concurrency");
    return new QuotaOverride(
        limit(map, "requestsPerMinute", Integer.MAX_VALUE),
        limit(map, "tokensPerMinute", Long.MAX_VALUE),
        limit(map, "concurrency", Integer.MAX_VALUE));
  }

  private static OptionalLong limit(YamlMap map, String name, long max) {
    Optional<YamlValue> value = map.find(name);
    return value.isPresent() ? OptionalLong.of(value.get().whole(1, max)) : OptionalLong.empty();
  }
}
