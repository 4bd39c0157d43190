package dev.mimokit.server.quirk;

/** Whether a request that is answered with 400 meets the limits. */
public enum BadRequests {
  /** It is judged before the limits and charged nothing. */
  FREE,
  /** The limits come first, and it counts as a request without tokens. */
  COUNTED
}
