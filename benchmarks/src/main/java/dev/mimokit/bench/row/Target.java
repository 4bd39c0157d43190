package dev.mimokit.bench.row;

/**
 * What a figure ought to be: within {@code low..high}, both included, in the unit of its row.
 *
 * @param text the same for a reader, such as {@code <= 7}
 */
public record Target(String text, double low, double high) {

  /** No more than {@code bound}. */
  public static Target atMost(double bound) {
    return new Target("<= " + plain(bound), Double.NEGATIVE_INFINITY, bound);
  }

  /** No less than {@code bound}. */
  public static Target atLeast(double bound) {
    return new Target(">= " + plain(bound), bound, Double.POSITIVE_INFINITY);
  }

  /** Neither more nor less. */
  public static Target exactly(double value) {
    return new Target("= " + plain(value), value, value);
  }

  /** No further than {@code tolerance} from {@code center}. */
  public static Target near(double center, double tolerance) {
    return new Target(
        plain(center) + " +- " + plain(tolerance), center - tolerance, center + tolerance);
  }

  /** Whether a figure is what it ought to be. */
  public boolean metBy(double value) {
    return low <= value && value <= high;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
