package dev.mimokit.core.tokens;

import java.util.Arrays;

/**
 * The letters that byte-level vocabularies write bytes as: printable Latin-1 characters as
 * themselves, the other bytes, in order, as the characters from U+0100 on.
 */
final class ByteLetters {

  private static final int FIRST_STAND_IN = 0x100;

  private static final int[] VALUES = new int[FIRST_STAND_IN + Merges.BYTES];

  static {
    Arrays.fill(VALUES, -1);
    int standIn = FIRST_STAND_IN;
    for (int value = 0; value < Merges.BYTES; value++) {
      VALUES[isPrintable(value) ? value : standIn++] = value;
    }
  }

  private ByteLetters() {}

  /** The byte that a letter stands for, -1 if it stands for none. */
  static int valueOf(char letter) {
    return letter < VALUES.length ? VALUES[letter] : -1;
  }

  private static boolean isPrintable(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
  }
}
