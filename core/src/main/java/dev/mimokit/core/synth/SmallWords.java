package dev.mimokit.core.synth;

/**
 * The small and frequent words of some languages, found without making a text of each word that is
 * asked about: a word is a number, its letters in lower case one byte each, the last lowest.
 *
 * <pre>
 *   with(with(with(NONE, 'T'), 'h'), 'e')  =  0x746865
 * </pre>
 *
 * <p>What has more than eight letters, or one that is not of Latin-1, is no small word. Immutable.
 */
final class SmallWords {

  /** No letter yet. */
  static final long NONE = 0;

  /** Too long, or of other letters; also what a word that was one stays. */
  private static final long OTHER = -1;

  /** A word of several languages, which tells nothing. */
  private static final int SEVERAL = -1;

  private static final int FIRST_BEYOND_LATIN_1 = 0x100;
  private static final int SLOT_BITS = 10;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long[] words = new long[SLOTS];
  private final byte[] languages = new byte[SLOTS];

  /** The words of each language in one text; refuses a word that is no small one. */
  SmallWords(String... lists) {
    for (int language = 0; language < lists.length; language++) {
      for (String word : lists[language].split(" ", -1)) {
        add(word, language);
      }
    }
  }

  private void add(String text, int language) {
    long word = NONE;
    for (int i = 0; i < text.length(); i++) {
      word = with(word, text.charAt(i));
    }
    if (word == OTHER || word == NONE) {
      throw new IllegalArgumentException("a small word has 1 to 8 letters of Latin-1: " + text);
    }
    int slot = slot(word);
    languages[slot] = (byte) (words[slot] == word ? SEVERAL : language);
    words[slot] = word;
  }

  /** The word and one more letter. */
  static long with(long word, char letter) {
    char lower = Character.toLowerCase(letter);
    return lower >= FIRST_BEYOND_LATIN_1 || word >>> (Long.SIZE - Byte.SIZE) != 0
        ? OTHER
        : (word << Byte.SIZE) | lower;
  }

  /** The place of the language whose word it is; less than 0 if it is of none or of several. */
  int language(long word) {
    int slot = slot(word);
    return words[slot] == word ? languages[slot] : SEVERAL;
  }

  /** Where the word is, or an empty slot where it would be. */
  private int slot(long word) {
    int slot = (int) ((word * MIX) >>> (Long.SIZE - SLOT_BITS));
    while (words[slot] != word && words[slot] != NONE) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
