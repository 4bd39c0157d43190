package dev.mimokit.server.store;

/**
 * An admitted attempt's hold on one permit and its tokens, wherever it is kept. It ends exactly
 * once, by {@link #settle} or {@link #cancel}; whatever is called later does nothing. Thread-safe;
 * never blocks.
 */
public interface Hold {

  /**
   * Ends the attempt and replaces the tokens charged at admission by {@code usedTokens}, as the
   * quota accounts for them.
   *
   * @return whether this call ended it
   */
  boolean settle(long nowNanos, long usedTokens);

  /**
   * Ends the attempt without tokens, because nothing was sent. The request stays counted.
   *
   * @return whether this call ended it
   */
  boolean cancel(long nowNanos);
}
