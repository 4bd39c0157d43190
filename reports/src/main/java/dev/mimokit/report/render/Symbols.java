package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Verdict;

/** A verdict in one character, where words do not fit. */
public final class Symbols {

  private Symbols() {}

  /** The verdict's symbol, the same in every document. */
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case OK -> "✓";
      case FAILED -> "✗";
      case NON_STRICT -> "≈";
      case INCONCLUSIVE -> "?";
      case INFORMATIONAL -> "i";
      case UNIMPLEMENTED -> "–";
    };
  }
}
