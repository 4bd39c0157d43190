package dev.mimokit.report.compare;

import java.util.List;

/**
 * What a comparison came to.
 *
 * @param obstacles why the two runs do not compare, a line each: another JDK, CPU, flags, or a
 *     machine that was not fit to measure on
 * @param changes of the figures that both have, in the base's order
 * @param onlyBase names of figures that the head lacks
 * @param onlyHead names of figures that are new
 */
public record Contrast(
    String base,
    String head,
    List<String> obstacles,
    List<Change> changes,
    List<String> onlyBase,
    List<String> onlyHead,
    Thresholds thresholds) {

  private static final int OK = 0;
  private static final int REGRESSED = 1;
  private static final int NOT_COMPARABLE = 3;

  /** Copies the lists. */
  public Contrast {
    obstacles = List.copyOf(obstacles);
    changes = List.copyOf(changes);
    onlyBase = List.copyOf(onlyBase);
    onlyHead = List.copyOf(onlyHead);
  }

  /** How many changes are of that kind. */
  public long count(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /**
   * 0 nothing regressed, 1 something did, 3 the runs do not compare or have no figure in common
   * that can be judged.
   *
   * @param anyway whether obstacles are only warned of
   */
  public int exit(boolean anyway) {
    if (!obstacles.isEmpty() && !anyway) {
      return NOT_COMPARABLE;
    }
    if (count(Change.Kind.REGRESSED) > 0) {
      return REGRESSED;
    }
    return count(Change.Kind.UNJUDGED) == changes.size() ? NOT_COMPARABLE : OK;
  }

  /** One sentence: how many figures, and what became of them. */
  public String sentence() {
    return "%d figures: %d regressed, %d improved, %d same, %d unjudged; %d gone, %d new"
        .formatted(
            changes.size(),
            count(Change.Kind.REGRESSED),
            count(Change.Kind.IMPROVED),
            count(Change.Kind.SAME),
            count(Change.Kind.UNJUDGED),
            onlyBase.size(),
            onlyHead.size());
  }
}
