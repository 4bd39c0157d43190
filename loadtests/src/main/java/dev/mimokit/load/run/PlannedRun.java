package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run and the cases that are judged by it.
 *
 * @param id of the case the run belongs to, whether that one is judged or not
 */
record PlannedRun(String id, List<Case> judged) {

  PlannedRun {
    judged = List.copyOf(judged);
  }

  /** Groups cases by the run they share, in the order of their first case. */
  static List<PlannedRun> of(List<Case> cases) {
    Map<String, List<Case>> byRun = new LinkedHashMap<>();
    for (Case one : cases) {
      byRun.computeIfAbsent(one.sharesRunOf().orElse(one.id()), id -> new ArrayList<>()).add(one);
    }
    return byRun.entrySet().stream().map(e -> new PlannedRun(e.getKey(), e.getValue())).toList();
  }

  /** Any of its cases: all have the same load, script and phase. */
  Case any() {
    return judged.get(0);
  }

  boolean solo() {
    return judged.stream().anyMatch(Case::solo);
  }

  /** Whether it measures what the smallest stall distorts. */
  boolean delicate() {
    return judged.stream().flatMap(one -> one.criteria().stream()).anyMatch(Judgements::delicate);
  }
}
