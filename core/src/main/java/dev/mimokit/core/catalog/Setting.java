package dev.mimokit.core.catalog;

import java.util.OptionalDouble;

/**
 * A sampling parameter of a request: its range and what it is when not sent.
 *
 * @param preset the platform's own choice, empty where none is printed
 * @param min the smallest accepted value
 * @param max the largest accepted value
 * @param whileThinking the value that silently replaces the sent one while the model thinks
 */
public record Setting(
    OptionalDouble preset,
    double min,
    double max,
    OptionalDouble whileThinking,
    Provenance provenance,
    String source) {

  /** Refuses a preset outside the range. */
  public Setting {
    if (preset.isPresent() && !(preset.getAsDouble() >= min && preset.getAsDouble() <= max)) {
      throw new IllegalArgumentException(
          "preset must be within " + min + " and " + max + ": " + preset.getAsDouble());
    }
  }

  /** Whether {@code value} is a number within the range, both ends included. */
  public boolean accepts(double value) {
    return value >= min && value <= max;
  }
}
