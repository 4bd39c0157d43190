package dev.mimokit.server.speech;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * A text as notes, one by one, so that a long text costs no memory.
 *
 * <p>How long a text lasts is ASSUMED after the pace of ordinary speech, in frames of 24 ms:
 *
 * <pre>
 * Han, kana, Hangul; a digit      10   one note each: 4.2 a second
 * any other letter                 3   up to three make one note: 155 English words a minute
 * space                            2   rest
 * , ; : and their wide forms       8   rest
 * . ! ? and their wide forms      16   rest, as is a line break
 * [action], (style) in front       0   an instruction, not spoken
 * anything else                    0
 * </pre>
 *
 * <p>A text that says nothing is one rest of 16.
 */
final class Melody implements Iterator<Note> {

  private static final int SYLLABLE = 10;
  private static final int LETTER = 3;
  private static final int LETTERS_PER_NOTE = 3;
  private static final int GAP = 2;
  private static final int COMMA = 8;
  private static final int FULL_STOP = 16;

  /** An instruction in brackets is not looked for beyond this many UTF-16 units. */
  private static final int LONGEST_INSTRUCTION = 200;

  /** The steps of a pentatonic scale over one octave, in twenty-fourths of the lowest note. */
  private static final int[] SCALE = {24, 27, 30, 36, 40, 48};

  private final String text;
  private final int lowestLine;
  private final SplittableRandom random;
  private int at;
  private boolean began;

  Melody(String text, Voice voice) {
    this.text = text;
    this.lowestLine = voice.lowestLine();
    this.random = voice.melody(text);
    this.at = afterStyle();
    skipUnspoken();
  }

  @Override
  public boolean hasNext() {
    return at < text.length() || !began;
  }

  @Override
  public Note next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the text is spoken");
    }
    began = true;
    if (at >= text.length()) {
      return Note.rest(FULL_STOP);
    }
    Note note = note();
    skipUnspoken();
    return note;
  }

  /** The note that begins here; moves behind it. */
  private Note note() {
    int sign = text.codePointAt(at);
    if (isLetter(sign)) {
      return tone(LETTER * letters());
    }
    at += Character.charCount(sign);
    return isSyllable(sign) ? tone(SYLLABLE) : Note.rest(rest(sign));
  }

  /** Moves behind the letters of one note, and counts them. */
  private int letters() {
    int count = 0;
    while (count < LETTERS_PER_NOTE && at < text.length() && isLetter(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
      count++;
    }
    return count;
  }

  private Note tone(int frames) {
    int step = SCALE[random.nextInt(SCALE.length)];
    return new Note((lowestLine * step + SCALE[0] / 2) / SCALE[0], frames);
  }

  private void skipUnspoken() {
    while (at < text.length() && !isSpoken(text.codePointAt(at))) {
      at = text.charAt(at) == '[' ? behind(']') : at + Character.charCount(text.codePointAt(at));
    }
  }

  private int afterStyle() {
    at = text.length() - text.stripLeading().length();
    return text.startsWith("(", at) ? behind(')') : text.startsWith("（", at) ? behind('）') : at;
  }

  /** Where the text goes on behind the bracket that opens here. */
  private int behind(char closing) {
    int end = text.indexOf(closing, at);
    return end < 0 || end - at > LONGEST_INSTRUCTION ? at + 1 : end + 1;
  }

  private static boolean isSpoken(int sign) {
    return isLetter(sign) || isSyllable(sign) || rest(sign) > 0;
  }

  private static boolean isLetter(int sign) {
    return Character.isLetter(sign) && !isSyllable(sign);
  }

  private static boolean isSyllable(int sign) {
    return Character.isDigit(sign)
        || Character.isIdeographic(sign)
        || (sign >= 0x3041 && sign <= 0x30FF)
        || (sign >= 0xAC00 && sign <= 0xD7A3);
  }

  private static int rest(int sign) {
    return switch (sign) {
      case '.', '!', '?', '。', '！', '？', '\n' -> FULL_STOP;
      case ',', ';', ':', '，', '；', '：', '、' -> COMMA;
      default -> Character.isWhitespace(sign) ? GAP : 0;
    };
  }
}
