package dev.mimokit.bench.ratio;

import dev.mimokit.bench.row.Target;
import java.util.Optional;

/**
 * What a question is called and what answer is wanted.
 *
 * @param name parts separated by slashes, from the suite to the figure
 * @param fork questions with the same word here share a JVM; what one of them makes the compiler
 *     believe, the others have to live with
 */
public record Label(String name, String fork, String unit, Optional<Target> target) {

  /** Without a target, in a JVM of its own. */
  public static Label of(String name, String unit) {
    return new Label(name, name, unit, Optional.empty());
  }

  /** The same, to be judged. */
  public Label against(Target wanted) {
    return new Label(name, fork, unit, Optional.of(wanted));
  }

  /** The same, in a JVM with all others of that word. */
  public Label in(String newFork) {
    return new Label(name, newFork, unit, target);
  }
}
