package dev.mimokit.bench.ratio;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Something that is repeated and timed as a whole. The loop belongs to the work, so that each has
 * one of its own, compiled for what it calls.
 */
@FunctionalInterface
public interface Work {

  /** Does it {@code times} times and returns what came of it, so that nothing is optimised away. */
  long run(int times);

  /** The same for each of some texts in turn; for work so long that calling it costs nothing. */
  static Work on(List<String> texts, ToLongFunction<String> each) {
    String[] all = texts.toArray(String[]::new);
    return times -> {
      long sum = 0;
      for (int i = 0; i < times; i++) {
        sum += each.applyAsLong(all[i % all.length]);
      }
      return sum;
    };
  }
}
