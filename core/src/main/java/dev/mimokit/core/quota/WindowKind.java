package dev.mimokit.core.quota;

/**
 * Which span a per-minute limit counts over. The platform does not say (ASSUMED either way);
 * profiles choose.
 */
public enum WindowKind {
  /**
   * Every span of that length, exactly: a permit returns when the request that took it is that old.
   */
  SLIDING_LOG,
  /** Spans that follow one another from a fixed anchor: all permits return at once at each edge. */
  CALENDAR
}
