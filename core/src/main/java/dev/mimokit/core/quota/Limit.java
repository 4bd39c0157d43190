package dev.mimokit.core.quota;

/**
 * The documented kinds of limit (page 2026-05-22, Rate Limiting Instructions): requests per minute,
 * tokens per minute, and concurrency.
 */
public enum Limit {
  /** Requests started within the window. */
  RPM,
  /** Tokens charged within the window. */
  TPM,
  /** Requests in flight at once. */
  CONCURRENCY
}
