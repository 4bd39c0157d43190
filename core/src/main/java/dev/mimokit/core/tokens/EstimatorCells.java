package dev.mimokit.core.tokens;

/** How the numbers of {@link EstimatorTable} are laid out; knows nothing that was learned. */
final class EstimatorCells {

  /** A weight of one token, in the parts that weights are told in. */
  static final int ONE = 144 * 144;

  static final int MOST_CLASSES = 1 << 10;
  static final int NEIGHBOURS = 1 << 6;

  private static final int NEXT = NEIGHBOURS - 1;
  private static final int BEFORE = NEXT << 6;
  private static final int OWN = -1 << 12;

  private EstimatorCells() {}

  /** What a unit is in all three places: as itself, before another, behind another. */
  static int packed(int own, int neighbour) {
    return own << 12 | neighbour << 6 | neighbour;
  }

  /** Where the weight of a class between two neighbours is, given the numbers of all three. */
  static int numbered(int before, int own, int next) {
    return own << 12 | before << 6 | next;
  }

  /** Where the weight of a unit between two neighbours is, given what all three are. */
  static int cell(int before, int unit, int next) {
    return (before & BEFORE) | (unit & OWN) | (next & NEXT);
  }

  /** Where the weights of a text's units are, given what every unit is. */
  static int[] cells(CharSequence text, int[] packed) {
    int[] cells = new int[text.length()];
    int before = packed[TokenEstimator.BORDER];
    for (int i = 0; i < cells.length; i++) {
      int unit = packed[text.charAt(i)];
      int next = packed[i + 1 < cells.length ? text.charAt(i + 1) : TokenEstimator.BORDER];
      cells[i] = cell(before, unit, next);
      before = unit;
    }
    return cells;
  }
}
