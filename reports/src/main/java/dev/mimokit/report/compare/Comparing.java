package dev.mimokit.report.compare;

import dev.mimokit.report.read.Figure;
import dev.mimokit.report.read.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Judges a head run by a base run. Pure: the same files give the same answer. Thread-safe. */
public final class Comparing {

  private final Measured base;
  private final Measured head;
  private final Thresholds thresholds;

  private Comparing(Measured base, Measured head, Thresholds thresholds) {
    this.base = base;
    this.head = head;
    this.thresholds = thresholds;
  }

  /** Compares figure by figure; says why the two runs do not compare, where they do not. */
  public static Contrast compare(Measured base, Measured head, Thresholds thresholds) {
    return new Comparing(base, head, thresholds).contrast();
  }

  private Contrast contrast() {
    List<Change> changes = new ArrayList<>();
    List<String> onlyBase = new ArrayList<>();
    for (Figure before : base.figures().values()) {
      Figure after = head.figures().get(before.name());
      if (after == null) {
        onlyBase.add(before.name());
      } else {
        changes.add(change(before, after));
      }
    }
    List<String> onlyHead =
        head.figures().keySet().stream().filter(name -> !base.figures().containsKey(name)).toList();
    return new Contrast(
        base.source(), head.source(), obstacles(), changes, onlyBase, onlyHead, thresholds);
  }

  private List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    new TreeMap<>(base.machine())
        .forEach(
            (name, before) -> {
              String after = head.machine().getOrDefault(name, before);
              if (!after.equals(before)) {
                obstacles.add(name + " differs: " + quoted(before) + " and " + quoted(after));
              }
            });
    otherFlags().ifPresent(obstacles::add);
    base.unfit().forEach(why -> obstacles.add("the base's machine was not fit: " + why));
    head.unfit().forEach(why -> obstacles.add("the head's machine was not fit: " + why));
    return obstacles;
  }

  private Optional<String> otherFlags() {
    List<String> names = new ArrayList<>();
    String said = "";
    for (Figure before : base.figures().values()) {
      Figure after = head.figures().get(before.name());
      if (after != null && !after.flags().equals(before.flags())) {
        names.add(before.name());
        said = said.isEmpty() ? quoted(before.flags()) + " and " + quoted(after.flags()) : said;
      }
    }
    String more = names.size() > 1 ? " and " + (names.size() - 1) + " more" : "";
    String told = said;
    return names.stream()
        .findFirst()
        .map(first -> "JVM flags differ in " + first + more + ": " + told);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private Change change(Figure before, Figure after) {
    double was = Effect.median(before.repeats());
    double is = Effect.median(after.repeats());
    String doubt = doubt(before, after, was, is);
    if (!doubt.isEmpty()) {
      return new Change(before, was, is, Optional.empty(), Change.Kind.UNJUDGED, doubt);
    }
    if (before.allocation()) {
      return new Change(before, was, is, Optional.empty(), allocation(was, is), "");
    }
    Effect effect = Effect.of(before.repeats(), after.repeats(), before.name().hashCode());
    return new Change(before, was, is, Optional.of(effect), kind(before, effect), why(effect));
  }

  private static String doubt(Figure before, Figure after, double was, double is) {
    if (!before.unit().equals(after.unit()) || !before.settings().equals(after.settings())) {
      return "measured otherwise: %s %s and %s %s"
          .formatted(before.unit(), before.settings(), after.unit(), after.settings());
    }
    if (!before.doubt().isEmpty() || !after.doubt().isEmpty()) {
      return before.doubt().isEmpty() ? "head: " + after.doubt() : "base: " + before.doubt();
    }
    if (before.allocation()) {
      return "";
    }
    if (before.better().isEmpty()) {
      return "neither more nor less is better";
    }
    int fewest = Math.min(before.repeats().size(), after.repeats().size());
    if (fewest < Effect.FEWEST) {
      return "measured %d times: expected at least %d".formatted(fewest, Effect.FEWEST);
    }
    boolean positive =
        before.repeats().stream().allMatch(value -> value > 0)
            && after.repeats().stream().allMatch(value -> value > 0);
    return positive ? "" : "no ratio of %s and %s".formatted(Shown.number(was), Shown.number(is));
  }

  private Change.Kind allocation(double was, double is) {
    if (Math.abs(is - was) <= thresholds.allocation(was)) {
      return Change.Kind.SAME;
    }
    return is > was ? Change.Kind.REGRESSED : Change.Kind.IMPROVED;
  }

  private Change.Kind kind(Figure figure, Effect effect) {
    double worse =
        figure.better().orElseThrow() == Figure.Better.SMALLER
            ? effect.ratio()
            : 1 / effect.ratio();
    if (!effect.significant()) {
      return Change.Kind.SAME;
    }
    if (worse > 1 + thresholds.share()) {
      return Change.Kind.REGRESSED;
    }
    return worse < 1 / (1 + thresholds.share()) ? Change.Kind.IMPROVED : Change.Kind.SAME;
  }

  private String why(Effect effect) {
    boolean large =
        effect.ratio() > 1 + thresholds.share() || effect.ratio() < 1 / (1 + thresholds.share());
    return large && !effect.significant() ? "may be chance" : "";
  }
}
