package dev.mimokit.server.account;

/** Where the platform answers: its pay-as-you-go host, or the hosts of its token plans. */
public enum Cluster {
  /** Keys {@code sk-}. */
  PAYG,
  /** Keys {@code tp-} of plans bound to China. */
  CN,
  /** Keys {@code tp-} of plans bound to Singapore. */
  SGP,
  /** Keys {@code tp-} of plans bound to Amsterdam. */
  AMS
}
