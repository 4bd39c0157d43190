package dev.mimokit.bench.corpus;

import java.nio.charset.StandardCharsets;

/**
 * Text that repeats one thing: what a byte-pair encoding takes longest for, as it becomes one piece
 * that merges everywhere at once, or what normalisation has to sort.
 */
public enum Run {
  /** Of one letter. */
  LETTER("a"),
  /** Of spaces. */
  SPACE(" "),
  /** Of digits, each a piece of its own. */
  DIGITS("7"),
  /** Of one symbol. */
  DASH("-"),
  /** Of one Chinese character. */
  HAN("\u4E2D"),
  /** Of combining marks above and below, which NFC puts in order. */
  COMBINING("\u0301\u0316");

  private final String unit;

  Run(String unit) {
    this.unit = unit;
  }

  /** At most {@code bytes} of it in UTF-8, and at least one fewer than a unit from that. */
  public String text(int bytes) {
    return unit.repeat(bytes / unit.getBytes(StandardCharsets.UTF_8).length);
  }
}
