package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Verdict;

/** Colours of a terminal, or none. */
record Paint(boolean ansi) {

  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return painted("1", text);
  }

  String verdict(Verdict verdict, String text) {
    return painted(
        switch (verdict) {
          case OK -> "32";
          case FAILED -> "1;31";
          case NON_STRICT -> "33";
          case INCONCLUSIVE -> "35";
          case INFORMATIONAL -> "36";
          case UNIMPLEMENTED -> "2";
        },
        text);
  }

  private String painted(String code, String text) {
    return ansi ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
