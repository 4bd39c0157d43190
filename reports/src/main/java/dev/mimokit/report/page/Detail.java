package dev.mimokit.report.page;

import java.util.List;

/**
 * How much a page draws.
 *
 * @param attempts that all figures together draw and list, about
 * @param all whether cases that were simply OK have a figure, and what was expected beside what was
 *     observed, too
 */
record Detail(int attempts, boolean all) {

  /** From everything worth drawing to the least, for runs whose page would become too heavy. */
  static final List<Detail> LEVELS =
      List.of(
          new Detail(3_600, true),
          new Detail(1_200, true),
          new Detail(1_200, false),
          new Detail(300, false),
          new Detail(0, false));
}
