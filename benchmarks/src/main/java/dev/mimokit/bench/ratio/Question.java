package dev.mimokit.bench.ratio;

import java.util.function.Supplier;

/** What one row of the answer is about. */
public sealed interface Question {

  /** Its name, unit and target. */
  Label label();

  /** How an answer is made of two times. */
  enum Sense {
    /** Time of the subject over time of the other: less is better. */
    COST,
    /** Time of the other over time of the subject: more is better. */
    SPEED
  }

  /**
   * How two compare in time.
   *
   * @param threads that do the same work at the same time, on each side
   * @param sides made in the JVM that measures; may throw {@link UnavailableException}
   */
  record Race(Label label, Sense sense, int threads, Supplier<Sides> sides) implements Question {}

  /**
   * How much something takes that needs no other side: bytes that it allocates or holds.
   *
   * @param scale asked in the JVM that measures
   */
  record Weighing(Label label, Supplier<Double> scale) implements Question {}

  /**
   * How long something takes that happens once in a JVM, in one that was started as users start
   * theirs.
   *
   * @param millis asked in a JVM that has done nothing else
   */
  record FirstUse(Label label, Supplier<Double> millis) implements Question {}
}
