package dev.mimokit.server.store;

/**
 * What a node does while Redis cannot be asked or cannot be believed: it is away, it did not answer
 * in time, or it has forgotten (it was restarted, or a replica took its place) and one whole window
 * has not passed since this node noticed. Waiting out that window keeps what was admitted before
 * the loss and what is admitted after it from ever meeting in one window.
 *
 * <p>The bounds are requests admitted in any one window, for a limit of N and n nodes, whatever
 * happens to Redis: any number of restarts, losses of the network, freezes. They hold for nodes
 * that were running when Redis forgot; a node that first connects within the window after that has
 * nothing to compare with and believes it. Tokens and requests in flight are bounded alike.
 */
public enum DegradedPolicy {
  /**
   * Each node admits N / n by an exact window of its own, at least 1. Bound: N + n * max(1, N / n),
   * which is at most 2 N where N is at least n.
   */
  LOCAL_SHARE,

  /**
   * Every request is admitted, and Redis is believed again at once. No bound while Redis is away;
   * N, counted from the loss, when it is back.
   */
  OPEN,

  /** Every request is answered with 503, which is not the caller's fault as a 429 is. Bound: N. */
  CLOSED
}
