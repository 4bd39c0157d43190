package dev.mimokit.report.read;

import java.util.List;

/** The program's exit codes and which of two speaks for both. */
public final class ExitCode {

  /** Nothing to complain of. */
  public static final int OK = 0;

  /** The gate failed. */
  public static final int FAILED = 1;

  /** It could not be judged. */
  public static final int INCONCLUSIVE = 3;

  private static final List<Integer> BEST_TO_WORST = List.of(OK, INCONCLUSIVE, 2, FAILED);

  private ExitCode() {}

  /** The worse one: a failure is certain even when something else could not be judged. */
  public static int worse(int left, int right) {
    return BEST_TO_WORST.indexOf(left) >= BEST_TO_WORST.indexOf(right) ? left : right;
  }
}
