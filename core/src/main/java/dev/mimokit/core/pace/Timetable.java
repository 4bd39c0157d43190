package dev.mimokit.core.pace;

/**
 * When the events of one answer are due, counted from its start. Due times are absolute: an event
 * that is late does not delay the ones after it.
 *
 * <pre>
 *   slot        0          1          2         ttft 80, inter-token 20
 *   due    start+80  start+100  start+120
 * </pre>
 *
 * Every event has a slot of its own, role, finish and usage included.
 *
 * @param ttftNanos from the start to slot 0
 * @param interTokenNanos from each slot to the next
 */
public record Timetable(long ttftNanos, long interTokenNanos) {

  /** Refuses negative spans. */
  public Timetable {
    if (ttftNanos < 0 || interTokenNanos < 0) {
      throw new IllegalArgumentException(
          "spans must not be negative: ttft " + ttftNanos + ", inter-token " + interTokenNanos);
    }
  }

  /**
   * The clock reading at which a slot is due. Compare it by subtraction: clock readings overflow.
   *
   * @param startNanos the clock reading at the start of the answer
   * @param slot counted from 0
   */
  public long dueNanos(long startNanos, int slot) {
    return startNanos + offsetNanos(slot);
  }

  /** From the start of the answer to a slot. */
  public long offsetNanos(int slot) {
    if (slot < 0) {
      throw new IllegalArgumentException("slot must not be negative: " + slot);
    }
    return ttftNanos + slot * interTokenNanos;
  }

  /**
   * The same with both spans multiplied and a wait before the first.
   *
   * @param waitNanos is not multiplied
   */
  public Timetable slowed(double ttftFactor, double interTokenFactor, long waitNanos) {
    return new Timetable(
        waitNanos + Math.round(ttftNanos * ttftFactor),
        Math.round(interTokenNanos * interTokenFactor));
  }

  /** Whether nothing is ever waited for. */
  public boolean isImmediate() {
    return ttftNanos == 0 && interTokenNanos == 0;
  }
}
