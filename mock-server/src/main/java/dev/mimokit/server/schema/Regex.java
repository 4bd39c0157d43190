package dev.mimokit.server.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches patterns of strangers: one that takes too long to match has no answer. */
final class Regex {

  private static final int LONGEST_PATTERN = 500;
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_LOOKS = 100_000;

  private Regex() {}

  /** Whether the pattern is found in the text; empty when that cannot be told. */
  static Optional<Boolean> finds(String pattern, String text) {
    if (pattern.length() > LONGEST_PATTERN || text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(pattern).matcher(new Watched(text)).find());
    } catch (PatternSyntaxException | TooLong e) {
      return Optional.empty();
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("too many looks at the text", null, false, false);
    }
  }

  /** A text that can be looked at so many times only. */
  private static final class Watched implements CharSequence {
    private final String text;
    private int looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
