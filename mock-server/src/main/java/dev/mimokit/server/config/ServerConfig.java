package dev.mimokit.server.config;

import dev.mimokit.core.pace.ServerLoad;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.account.AccountSpec;
import dev.mimokit.server.account.Cluster;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.store.StoreSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of a configuration file.
 *
 * @param strictKeys whether only the listed accounts' keys are valid
 * @param cluster the one this server stands for; empty for all of them
 * @param load in place of the profile's
 * @param tokenizer the vocabulary's file, in place of the built-in one
 * @param store where quotas are kept; empty for this process
 */
public record ServerConfig(
    boolean strictKeys,
    List<AccountSpec> accounts,
    Optional<Cluster> cluster,
    Optional<Latency> latency,
    Optional<ServerLoad> load,
    Optional<TokenMode> tokenMode,
    Optional<Path> tokenizer,
    Content content,
    Quirks quirks,
    Optional<StoreSpec> store) {

  /** What holds without a file. */
  public static final ServerConfig EMPTY =
      new ServerConfig(
          false,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Content.DEFAULT,
          Quirks.DEFAULT,
          Optional.empty());

  /** Copies the accounts. */
  public ServerConfig {
    accounts = List.copyOf(accounts);
  }

  /** How many tokens every answer has; empty for answers of natural length. */
  public OptionalInt outputTokens() {
    return content.outputTokens();
  }
}
