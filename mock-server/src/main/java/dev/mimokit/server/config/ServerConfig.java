package dev.mimokit.server.config;

import dev.mimokit.server.account.AccountSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of a configuration file.
 *
 * @param strictKeys whether only the listed accounts' keys are valid
 * @param outputTokens how many tokens every answer has; empty for answers of natural length
 */
public record ServerConfig(
    boolean strictKeys,
    List<AccountSpec> accounts,
    Optional<Latency> latency,
    OptionalInt outputTokens) {

  /** What holds without a file. */
  public static final ServerConfig EMPTY =
      new ServerConfig(false, List.of(), Optional.empty(), OptionalInt.empty());

  /** Copies the accounts. */
  public ServerConfig {
    accounts = List.copyOf(accounts);
  }
}
