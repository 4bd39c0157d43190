package dev.mimokit.core.quota;

/**
 * Which span a per-minute limit counts over. The platform does not say (ASSUMED either way);
 * profiles choose. The worst figures are the most requests that 100 per minute admits in any 60
 * seconds, as {@code WorstCaseTest} finds them.
 */
public enum WindowKind {
  /**
   * Every span of that length, exactly: a permit returns when the request that took it is that old.
   * Worst 100.
   */
  SLIDING_LOG,
  /**
   * Spans that follow one another from a fixed anchor: all permits return at once at each edge.
   * Worst 200.
   */
  CALENDAR,
  /**
   * A span opens with the first request after the one before has ended: all permits return at once
   * when it ends. Worst 199.
   */
  FIXED_FROM_FIRST,
  /**
   * Two counters of calendar spans, the earlier one weighted by how much of it the sliding span
   * still covers: as if its requests had come evenly. Worst 199, when they had not.
   */
  SLIDING_COUNTER,
  /**
   * A bucket that drains at the limit's rate, GCRA by another name: permits return one by one, at
   * even distances. The grain says how many may come at once. Worst 199, with grain 1 s 100.
   */
  TOKEN_BUCKET,
  /**
   * Calendar spans whose requests are also counted per grain, each of which admits its share
   * rounded up; tokens may be used at once. Worst 122 with grain 1 s.
   */
  SUB_WINDOWS
}
