package dev.mimokit.core.sim;

/**
 * Why an attempt was refused. When several limits are violated at once, the first of these is the
 * cause.
 */
public enum Cause {
  /** Requests per window. */
  RPM,
  /** Tokens per window. */
  TPM,
  /** Requests in flight. */
  CONCURRENCY,
  /** The server's own load. */
  OVERLOAD,
  /** No service. */
  OUTAGE
}
