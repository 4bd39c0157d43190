package dev.mimokit.core.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of the platform, with the ground it stands on.
 *
 * <p>A page prints lengths as {@code 1M} or {@code 128K}; that text and its reading as a whole
 * number are two facts, so each has a provenance of its own. Lengths are read in binary ({@code 1K
 * = 1024}), rates in decimal ({@code 10M = 10,000,000}).
 *
 * @param value tokens, or requests or tokens a minute; at least 1
 * @param printed the text as printed, such as {@code 1M}
 * @param provenance how the printed text is known for this model
 * @param expansion how the reading of {@code printed} as {@code value} is known
 * @param source page and row, or who saw it
 */
public record Figure(
    long value, String printed, Provenance provenance, Provenance expansion, String source) {

  private static final Pattern ROUNDED = Pattern.compile("([0-9]{1,6})([KM])");

  /** Refuses a value below 1 and a figure without a source. */
  public Figure {
    if (value < 1) {
      throw new IllegalArgumentException("a figure must be at least 1: " + value);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a figure must name its source: " + value);
    }
  }

  /** A figure that is printed in full, so that nothing has to be read into it. */
  public Figure(long value, String printed, Provenance provenance, String source) {
    this(value, printed, provenance, provenance, source);
  }

  /**
   * The same read with another K; a figure that is not printed in K or M, or whose reading is
   * known, stays as it is.
   *
   * @param kilo 1024 or 1000
   */
  Figure readIn(int kilo) {
    Matcher parts = ROUNDED.matcher(printed);
    if (expansion != Provenance.ASSUMED || !parts.matches()) {
      return this;
    }
    long unit = parts.group(2).equals("K") ? kilo : (long) kilo * kilo;
    return new Figure(
        Long.parseLong(parts.group(1)) * unit, printed, provenance, expansion, source);
  }

  /** Whether the text or its reading is only assumed. */
  public boolean restsOnAssumption() {
    return provenance == Provenance.ASSUMED || expansion == Provenance.ASSUMED;
  }
}
