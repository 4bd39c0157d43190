package dev.mimokit.server.store;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A Redis that nodes share.
 *
 * @param uri {@code redis://} or {@code rediss://}, host, port; may hold a password
 * @param nodes how many nodes share it, for {@link DegradedPolicy#LOCAL_SHARE}; at least 1
 * @param timeout within which Redis must answer
 */
public record StoreSpec(String uri, int nodes, DegradedPolicy degraded, Duration timeout) {

  /** How many nodes, unless it is said. */
  public static final int NODES = 2;

  /**
   * Some hundred times what a decision takes on loopback (p50 0.5 ms), so that a pause of either
   * side is not taken for a loss. ASSUMED to be short enough for a caller.
   */
  public static final Duration TIMEOUT = Duration.ofMillis(500);

  private static final Pattern FORM =
      Pattern.compile(
          "rediss?://(?:[^@\\s]*@)?(?:\\[[0-9a-fA-F:]+\\]|[^@/:\\s]+)(?::\\d{1,5})?(?:/\\d+)?");

  /** Refuses what is not a Redis URI. */
  public StoreSpec {
    if (!isRedis(uri)) {
      throw new IllegalArgumentException("expected redis://HOST:PORT: " + withoutPassword(uri));
    }
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes must be at least 1: " + nodes);
    }
  }

  /** Two nodes, local share. */
  public static StoreSpec redis(String uri) {
    return new StoreSpec(uri, NODES, DegradedPolicy.LOCAL_SHARE, TIMEOUT);
  }

  /** The same policy at another address. */
  public StoreSpec at(String newUri) {
    return new StoreSpec(newUri, nodes, degraded, timeout);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "StoreSpec[" + address() + ", " + nodes + " nodes, " + degraded + "]";
  }

  String address() {
    return withoutPassword(uri);
  }

  private static boolean isRedis(String uri) {
    try {
      return FORM.matcher(uri).matches() && !RedisURI.create(uri).getHost().isEmpty();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String withoutPassword(String uri) {
    return uri.replaceAll("//[^@]*@", "//");
  }
}
