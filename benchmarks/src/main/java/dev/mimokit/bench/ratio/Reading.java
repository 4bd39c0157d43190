package dev.mimokit.bench.ratio;

import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What one block of rounds, or one weighing, says.
 *
 * @param control what the same block says of the other side against itself; empty for a weighing
 */
record Reading(double value, OptionalDouble control) {

  /** How far a thing may be from itself. */
  static final Target BAND = Target.near(1, 0.05);

  /** The medians of at least one round. */
  static Reading of(List<Round> rounds, Question.Sense sense) {
    double cost = median(rounds, Round::cost);
    return new Reading(
        sense == Question.Sense.COST ? cost : 1 / cost,
        OptionalDouble.of(median(rounds, Round::control)));
  }

  /** Of a weighing. */
  static Reading of(double weight) {
    return new Reading(weight, OptionalDouble.empty());
  }

  /** Whether nothing says that the machine was busy with something else. */
  boolean isUndisturbed() {
    return control.isEmpty() || BAND.metBy(control.getAsDouble());
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList()).value();
  }
}
