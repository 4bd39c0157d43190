package dev.mimokit.core.tokens;

/**
 * The five classes that the pre-tokenizer's expression tells apart, and which characters NFC might
 * touch. Letters, numbers and marks are those of the running JDK's Unicode version.
 */
final class CharClasses {

  static final int OTHER = 0;
  static final int LETTER = 1;
  static final int NUMBER = 2;
  static final int SPACE = 3;
  static final int NEWLINE = 4;

  private static final int CLASS = 7;

  /** The character may combine with its neighbours, or is not its own NFC form. */
  private static final int MAY_COMPOSE = 8;

  /** Below this code point every character is its own NFC form wherever it stands. */
  static final int FIRST_COMBINING = 0x300;

  /** First and last characters of the ranges below U+10000 that NFC may touch, marks apart. */
  private static final int[] COMPOSING = {
    0x374, 0x374, 0x37E, 0x37E, 0x387, 0x387, // Greek signs that are written otherwise in NFC
    0x900, 0xFFF, // Indic scripts, Thai and Tibetan
    0x1100, 0x11FF, // Hangul letters, which become syllables
    0x1F00, 0x1FFF, 0x2000, 0x2001, 0x2126, 0x212B, 0x2329, 0x232A, 0x2ADC, 0x2ADC, 0xD800, 0xD83B,
    0xD83F, 0xD83F, 0xD87E, 0xDBFF, // all beyond but pictographs and Han
    0xF900, 0xFB4F, // compatibility ideographs, presentation forms
  };

  private static final byte[] TABLE = new byte[1 << Character.SIZE];

  static {
    for (int unit = 0; unit < TABLE.length; unit++) {
      TABLE[unit] = (byte) (classify(unit) | (isMark(unit) ? MAY_COMPOSE : 0));
    }
    for (int i = 0; i < COMPOSING.length; i += 2) {
      for (int unit = COMPOSING[i]; unit <= COMPOSING[i + 1]; unit++) {
        TABLE[unit] |= (byte) MAY_COMPOSE;
      }
    }
  }

  private CharClasses() {}

  /** The class of a code point. */
  static int of(int point) {
    return point < TABLE.length ? TABLE[point] & CLASS : classify(point);
  }

  /** The flags of a UTF-16 unit, to be collected with {@code |} and asked {@link #mayCompose}. */
  static int flags(char unit) {
    return TABLE[unit];
  }

  /** Whether text with these flags may differ from its NFC form. */
  static boolean mayCompose(int flags) {
    return (flags & MAY_COMPOSE) != 0;
  }

  /** Whether a code point is a mark; every character that NFC can reorder is one. */
  static boolean isMark(int point) {
    int type = Character.getType(point);
    return (type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK)
        && !isVariationSelector(point);
  }

  private static boolean isVariationSelector(int point) {
    return point >= 0xFE00 && point <= 0xFE0F;
  }

  private static int classify(int point) {
    if (point == '\n' || point == '\r') {
      return NEWLINE;
    }
    if ((point >= '\t' && point <= '\r') || point == 0x85) {
      return SPACE;
    }
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE;
      default -> OTHER;
    };
  }
}
