package dev.mimokit.server.exchange;

import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.account.Cluster;
import dev.mimokit.server.account.Standing;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses keys that belong to another cluster (OBSERVED: 401, as for a wrong key) and accounts that
 * cannot pay (OBSERVED bodies). Nothing is charged for either. Immutable and thread-safe.
 *
 * @param cluster the one this server stands for; empty for all of them
 * @param standings of configured accounts by id; others are sound
 */
public record Till(Optional<Cluster> cluster, Map<String, Standing> standings) {

  private static final String PLAN_KEY = "tp-";

  /** Copies the standings. */
  public Till {
    standings = Map.copyOf(standings);
  }

  /** The error that answers a valid key; empty when it may go on. */
  Optional<PlatformError> refuse(ApiKey key, String account) {
    Standing standing = standings.getOrDefault(account, Standing.SOUND);
    if (cluster.isPresent() && (cluster.get() != standing.cluster() || isOther(key))) {
      return Optional.of(PlatformErrors.INVALID_KEY);
    }
    return standing.spent()
        ? PlatformErrors.named(standing.isPlan() ? "quota_exhausted" : "insufficient_balance")
        : Optional.empty();
  }

  /** A plan's key on the pay-as-you-go host, or the other way round. */
  private boolean isOther(ApiKey key) {
    return key.secret().startsWith(PLAN_KEY) == cluster.stream().anyMatch(Cluster.PAYG::equals);
  }
}
