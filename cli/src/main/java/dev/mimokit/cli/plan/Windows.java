package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/** Readings of "per minute" by name. */
final class Windows {

  private Windows() {}

  /** {@code all}, or names with commas; {@code fixed} is short for {@code fixed-from-first}. */
  static List<Hypothesis> named(String text) {
    if (text.strip().equals("all")) {
      return Hypothesis.all();
    }
    List<Hypothesis> chosen = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      chosen.add(one(name.strip()));
    }
    return chosen.stream().distinct().toList();
  }

  private static Hypothesis one(String name) {
    return Hypothesis.named(name.equals("fixed") ? "fixed-from-first" : name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown window: '%s', expected all or some of %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", Hypothesis.all().stream().map(Hypothesis::name).toList()))));
  }
}
