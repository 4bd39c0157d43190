package dev.mimokit.server.quirk;

/**
 * The platform's prompt cache, whose rules no page tells.
 *
 * @param promptCache whether beginnings of conversations that were sent before are reported as
 *     cached; a request is then answered alike but counted otherwise the second time
 * @param cacheGrain cached tokens are a multiple of it; 1..65536
 * @param cachedTokensCharged whether cached tokens count against TPM
 */
public record Caching(boolean promptCache, int cacheGrain, boolean cachedTokensCharged) {

  private static final int COARSEST = 65_536;

  /** What holds unless somebody says otherwise. */
  public static final Caching DEFAULT = new Caching(false, 1, true);

  /** Refuses a grain that cannot be. */
  public Caching {
    if (cacheGrain < 1 || cacheGrain > COARSEST) {
      throw new IllegalArgumentException(
          "cacheGrain must be within 1.." + COARSEST + ": " + cacheGrain);
    }
  }
}
