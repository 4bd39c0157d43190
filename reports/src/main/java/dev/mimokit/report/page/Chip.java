package dev.mimokit.report.page;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.render.Symbols;
import java.util.Locale;
import java.util.Optional;

/**
 * A verdict as people see it: in a colour, as a symbol and in words.
 *
 * @param style the name of its colours
 */
public record Chip(String style, String symbol, String word) {

  private static final Chip NONE = new Chip("none", "", "not run");

  /** Shows it. */
  public static Chip of(Verdict verdict) {
    return new Chip(style(verdict), Symbols.of(verdict), verdict.shown());
  }

  static Chip of(Optional<Verdict> verdict) {
    return verdict.map(Chip::of).orElse(NONE);
  }

  static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
