package dev.mimokit.server.script;

import java.util.List;
import java.util.Optional;

/**
 * What one account's calls are answered, attempt by attempt or by the time since its first attempt.
 * The first new call follows the first variant, the next one the second, and round again.
 *
 * @param seed of the draws of steps that only a share of the attempts gets
 */
public record Script(String account, List<List<Step>> variants, Then then, long seed) {

  /** What follows the last step. */
  public enum Then {
    /** The built-in behaviour answers. */
    SERVE,
    /** The last step is repeated for ever. */
    REPEAT,
    /** It begins again with the first step. */
    CYCLE
  }

  private static final int ALL = 100;

  /** Copies the lists; refuses a script without steps, and one that counts in two ways. */
  public Script {
    variants = variants.stream().map(List::copyOf).toList();
    if (variants.isEmpty() || variants.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "a script needs at least one variant of at least one step");
    }
    if (variants.stream().flatMap(List::stream).map(Script::timed).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "a script counts attempts or time: either all its steps have forMillis or none");
    }
  }

  /** A script without draws. */
  public Script(String account, List<List<Step>> variants, Then then) {
    this(account, variants, then, 0);
  }

  /** Whether time decides, not the number of the attempt. */
  boolean isTimed() {
    return timed(variants.get(0).get(0));
  }

  /**
   * The step in force; empty when the built-in behaviour answers.
   *
   * @param position the attempt of the call, or the nanoseconds since the script's first attempt;
   *     from 0
   * @param draw of this attempt, 0..99
   */
  Optional<Step> step(int variant, long position, int draw) {
    return step(variants.get(variant), position)
        .filter(step -> draw < step.percent() && !step.serves());
  }

  private Optional<Step> step(List<Step> steps, long position) {
    long length = steps.stream().mapToLong(step -> step.extent().length()).sum();
    long left = then == Then.CYCLE ? position % length : position;
    for (Step step : steps) {
      left -= step.extent().length();
      if (left < 0) {
        return Optional.of(step);
      }
    }
    return then == Then.REPEAT ? Optional.of(steps.get(steps.size() - 1)) : Optional.empty();
  }

  /** A draw that is the same for the same call and attempt in every run, 0..99. */
  int draw(String call, long attempt) {
    long mixed = (seed * 31 + call.hashCode()) * 0x9E3779B97F4A7C15L + attempt;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) ALL);
  }

  private static boolean timed(Step step) {
    return step.extent() instanceof Extent.Span;
  }
}
