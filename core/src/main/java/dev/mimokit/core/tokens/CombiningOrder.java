package dev.mimokit.core.tokens;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical order of some marks. The JDK does not tell combining classes, but shows their order
 * by how it normalizes two marks; there are few different ones in any text.
 */
final class CombiningOrder {

  /** Of the lowest combining class above 0, which is 1. */
  private static final int FIRST = 0x334;

  /** Of the highest combining class, 240. */
  private static final int LAST = 0x345;

  private final Map<Integer, Integer> ranks = new HashMap<>();
  private final Set<Integer> starters = new HashSet<>();

  private CombiningOrder() {}

  /** The order of marks that have no decomposition. */
  static CombiningOrder of(int[] marks) {
    CombiningOrder order = new CombiningOrder();
    List<Integer> others = new ArrayList<>();
    Arrays.stream(marks)
        .distinct()
        .forEach(mark -> (isInert(mark) ? order.starters : others).add(mark));
    others.sort((one, other) -> swaps(one, other) ? 1 : swaps(other, one) ? -1 : 0);
    int rank = 0;
    for (int i = 0; i < others.size(); i++) {
      rank += i > 0 && swaps(others.get(i), others.get(i - 1)) ? 1 : 0;
      order.ranks.put(others.get(i), rank);
    }
    return order;
  }

  /** Whether a mark has combining class 0: none is moved across it. */
  boolean isStarter(int mark) {
    return starters.contains(mark);
  }

  /** Sorts marks, none of which is a starter; those of one class stay in their order. */
  void sort(int[] marks, int from, int to) {
    List<List<Integer>> classes = new ArrayList<>();
    for (int i = 0; i <= ranks.size(); i++) {
      classes.add(new ArrayList<>());
    }
    for (int at = from; at < to; at++) {
      classes.get(ranks.getOrDefault(marks[at], 0)).add(marks[at]);
    }
    int at = from;
    for (List<Integer> members : classes) {
      for (int mark : members) {
        marks[at++] = mark;
      }
    }
  }

  private static boolean isInert(int mark) {
    return !swaps(LAST, mark) && !swaps(mark, FIRST);
  }

  /** Whether canonical order has these two the other way round. */
  private static boolean swaps(int one, int other) {
    String both = Nfc.text(one) + Nfc.text(other);
    return one != other && !Normalizer.normalize(both, Normalizer.Form.NFD).equals(both);
  }
}
