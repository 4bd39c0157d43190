package dev.mimokit.server.profile;

/** What the limit of requests in flight is for; the page says "for each account" of a model. */
public enum ConcurrencyScope {
  /** Each model of an account has the limit to itself. */
  MODEL,
  /** All models of an account share it. */
  ACCOUNT
}
