package dev.mimokit.server.script;

import java.util.List;
import java.util.Optional;

/**
 * What one account's calls are answered, attempt by attempt. The first new call follows the first
 * variant, the next one the second, and round again.
 */
public record Script(String account, List<List<Step>> variants, Then then) {

  /** What follows the last step. */
  public enum Then {
    /** The built-in behaviour answers. */
    SERVE,
    /** The last step is repeated for ever. */
    REPEAT
  }

  /** Copies the lists; refuses a script without steps. */
  public Script {
    variants = variants.stream().map(List::copyOf).toList();
    if (variants.isEmpty() || variants.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "a script needs at least one variant of at least one step");
    }
  }

  /** The step of an attempt, counted from 0; empty when the built-in behaviour answers. */
  Optional<Step> step(int variant, long attempt) {
    List<Step> steps = variants.get(variant);
    long passed = 0;
    for (Step step : steps) {
      passed += step.times();
      if (attempt < passed) {
        return served(step);
      }
    }
    return then == Then.REPEAT ? served(steps.get(steps.size() - 1)) : Optional.empty();
  }

  private static Optional<Step> served(Step step) {
    return step.serves() ? Optional.empty() : Optional.of(step);
  }
}
