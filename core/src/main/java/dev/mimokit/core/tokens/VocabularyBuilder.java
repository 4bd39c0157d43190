package dev.mimokit.core.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns tokens, earliest merge first, into a {@link Vocabulary}.
 *
 * <p>A token whose own bytes are not merged into it can come from no text: whatever is merged
 * inside it in a text is merged so in its bytes alone. Such tokens are left out, and with them what
 * would be made of them. What is left is proper: every symbol's bytes give just that symbol, which
 * {@link Encoder} relies upon.
 */
final class VocabularyBuilder {

  private static final int LONGEST = Short.MAX_VALUE;

  private final List<byte[]> symbols = new ArrayList<>();
  private final Merges merges;

  /**
   * @param most how many tokens may be added
   */
  VocabularyBuilder(int most) {
    merges = new Merges(Merges.BYTES + most);
    for (int value = 0; value < Merges.BYTES; value++) {
      symbols.add(new byte[] {(byte) value});
    }
  }

  /** Adds a token of at least two bytes, to be made of whatever two parts its bytes come to. */
  void add(byte[] token) {
    requireShort(token);
    int[] parts = parts(token);
    if (parts.length == 2) {
      symbols.add(token);
      merges.add(parts[0], parts[1]);
    }
  }

  /** Adds what two tokens are merged to, if that is what its bytes come to. */
  void add(byte[] left, byte[] right) {
    byte[] token = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, token, left.length, right.length);
    requireShort(token);
    int[] parts = parts(token);
    if (parts.length == 2 && symbols.get(parts[0]).length == left.length) {
      symbols.add(token);
      merges.add(parts[0], parts[1]);
    }
  }

  /** The vocabulary of all tokens that can be reached. */
  Vocabulary build() {
    return new Vocabulary(merges, TrieBuilder.build(symbols));
  }

  private static void requireShort(byte[] token) {
    if (token.length > LONGEST) {
      throw new IllegalArgumentException(
          "tokens must not be longer than " + LONGEST + " bytes: " + token.length);
    }
  }

  /**
   * What the merges added so far leave of a token; the earliest merge first, the leftmost of it.
   */
  private int[] parts(byte[] token) {
    int[] parts = new int[token.length];
    for (int i = 0; i < token.length; i++) {
      parts[i] = token[i] & 0xFF;
    }
    int count = token.length;
    for (int at = earliest(parts, count); at >= 0; at = earliest(parts, count)) {
      parts[at] = merges.made(parts[at], parts[at + 1]);
      System.arraycopy(parts, at + 2, parts, at + 1, count - at - 2);
      count--;
    }
    return Arrays.copyOf(parts, count);
  }

  private int earliest(int[] parts, int count) {
    int earliest = Merges.NONE;
    int place = -1;
    for (int i = 0; i + 1 < count; i++) {
      int made = merges.made(parts[i], parts[i + 1]);
      if (made < earliest) {
        earliest = made;
        place = i;
      }
    }
    return place;
  }
}
