package dev.mimokit.core.plan;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A service level: upper bounds that must all hold, such as {@code p99wait<=1s, 429<0.1%}.
 *
 * <pre>
 * objective = measure ("&lt;" | "&lt;=") number unit
 * measure   = "p" number "wait" | "maxwait" | "p" number "e2e" | "maxe2e" | "drain"   unit us ms s min h
 *           | "429" | "givenup"                                                       unit %
 *           | "429perjob"                                                             no unit
 * </pre>
 *
 * @param text as it was written
 */
public record Slo(String text, List<Bound> bounds) implements Objective {

  /** Copies the list, which must hold one at least. */
  public Slo {
    bounds = List.copyOf(bounds);
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException("a service level needs an objective: " + text);
    }
  }

  /**
   * Reads the form above; white space between its parts does not count.
   *
   * @throws SloFormatException naming the column and what was expected there
   */
  public static Slo parse(String text) {
    return new SloParser(text).slo();
  }

  @Override
  public boolean metBy(Answer answer) {
    return missed(measure -> measure.of(answer)).isEmpty();
  }

  /** The bounds that what was measured does not meet. */
  public List<Bound> missed(ToDoubleFunction<Measure> measured) {
    return bounds.stream()
        .filter(one -> !one.isMetBy(measured.applyAsDouble(one.measure())))
        .toList();
  }
}
