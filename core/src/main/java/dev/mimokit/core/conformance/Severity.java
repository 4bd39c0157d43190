package dev.mimokit.core.conformance;

/** How much a broken criterion weighs, as in RFC 2119. */
public enum Severity {
  /** Breaking it fails the case. */
  MUST,
  /** Breaking it makes the case non-strict; it fails a strict gate. */
  SHOULD,
  /** Measured and shown, never judged. */
  MAY
}
