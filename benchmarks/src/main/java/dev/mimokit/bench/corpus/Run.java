package dev.mimokit.bench.corpus;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Text of one kind without an end, most of it one thing repeated: what a byte-pair encoding takes
 * longest for, as it becomes one piece that merges everywhere at once, or what normalisation has to
 * sort.
 */
public enum Run {
  /** Of one letter. */
  LETTER("a"),
  /** Of spaces. */
  SPACE(" "),
  /** Of line ends. */
  NEWLINE("\n"),
  /** Of digits, each a piece of its own. */
  DIGITS("7"),
  /** Of one symbol. */
  DASH("-"),
  /** Of another symbol, of whose rows there are tokens of nearly every length too. */
  SLASH("/"),
  /** Of one Chinese character. */
  HAN("\u4E2D"),
  /** Of combining marks above and below, which NFC puts in order. */
  COMBINING("\u0301\u0316"),
  /** Of letters drawn at random from a to z, one long word. */
  RANDOM("") {
    @Override
    public String text(int bytes) {
      return new SplittableRandom(SEED)
          .ints(bytes, 'a', 'z' + 1)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  };

  private static final long SEED = 20261127;

  private final String unit;

  Run(String unit) {
    this.unit = unit;
  }

  /** At most {@code bytes} of it in UTF-8, and at least one fewer than a unit from that. */
  public String text(int bytes) {
    return unit.repeat(bytes / unit.getBytes(StandardCharsets.UTF_8).length);
  }
}
