package dev.mimokit.core.pace;

/**
 * What load does to one answer.
 *
 * @param ttftFactor of the wait for the first token; 1 at full speed
 * @param interTokenFactor of the gaps between tokens; 1 at full speed
 * @param waitNanos in the line, before anything else
 */
public record Pressure(double ttftFactor, double interTokenFactor, long waitNanos) {

  /** The timetable under this pressure. */
  public Timetable on(Timetable timetable) {
    return timetable.slowed(ttftFactor, interTokenFactor, waitNanos);
  }
}
