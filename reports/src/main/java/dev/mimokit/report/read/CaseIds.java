package dev.mimokit.report.read;

import java.util.Comparator;

/**
 * The order of case ids: dotted numbers by value, so 2.9 comes before 2.10; words after numbers.
 */
public final class CaseIds {

  /** That order; ids that differ are never equal. */
  public static final Comparator<String> ORDER =
      ((Comparator<String>) CaseIds::compareParts).thenComparing(Comparator.naturalOrder());

  private CaseIds() {}

  /** The part before the first dot: {@code 2} of {@code 2.9}. */
  public static String group(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private static int compareParts(String left, String right) {
    String[] a = left.split("\\.", -1);
    String[] b = right.split("\\.", -1);
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int order = comparePart(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int comparePart(String a, String b) {
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA && numberB) {
      return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
    }
    return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
  }

  private static boolean isNumber(String part) {
    return part.matches("[0-9]{1,9}");
  }
}
