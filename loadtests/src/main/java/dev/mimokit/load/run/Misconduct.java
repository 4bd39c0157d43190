package dev.mimokit.load.run;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a driver wrote that no driver should write. The first few are told as they come, all are
 * counted, so that a flood is one remark. Thread-safe.
 */
final class Misconduct {

  private static final int TOLD = 5;
  private static final int EXCERPT = 160;

  private final Consumer<String> warnings;
  private long count;
  private String first = "";

  Misconduct(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** Something that was written. */
  synchronized void note(String what) {
    String cut = what.length() <= EXCERPT ? what : what.substring(0, EXCERPT) + "…";
    count++;
    if (first.isEmpty()) {
      first = cut;
    }
    if (count <= TOLD) {
      warnings.accept(cut);
    } else if (count == TOLD + 1) {
      warnings.accept("the driver goes on like this; no more of it is shown");
    }
  }

  /** How often until now. */
  synchronized long count() {
    return count;
  }

  /** What happened after that many, in a sentence; nothing for nothing. */
  synchronized List<String> since(long before) {
    long more = count - before;
    return more == 0
        ? List.of()
        : List.of(
            "meanwhile the driver wrote "
                + more
                + (more == 1 ? " line that is" : " lines that are")
                + " no answer, first of all: "
                + first);
  }
}
