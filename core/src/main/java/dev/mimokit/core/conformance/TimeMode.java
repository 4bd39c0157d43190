package dev.mimokit.core.conformance;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a case takes and of what kind that time is, written {@code I}, {@code R5}, {@code P8},
 * {@code R10/L} or {@code R20/V}.
 *
 * @param kind of the time of an ordinary run
 * @param seconds about how long; 0 where the kind says it
 * @param fullAtNight whether the whole wait is seen in the nightly gate only
 * @param virtual whether the case is judged in virtual time as well, where a client lets its clock
 *     be replaced
 */
public record TimeMode(Kind kind, int seconds, boolean fullAtNight, boolean virtual) {

  private static final Pattern FORM = Pattern.compile("(?:(I|L)|([RP])([1-9][0-9]*))(/L)?(/V)?");

  /** The kinds. */
  public enum Kind {
    /** Over at once. */
    IMMEDIATE("I"),
    /** Waits are real. */
    REAL("R"),
    /** A true minute, entered late. */
    PHASE("P"),
    /** Minutes: in the nightly gate only. */
    NIGHTLY("L");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /** The mode written so. */
  public static TimeMode of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("time must be like I, R5, P8, L, R10/L or R20/V: " + text);
    }
    return new TimeMode(
        kind(parts.group(1) == null ? parts.group(2) : parts.group(1)),
        parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)),
        parts.group(4) != null,
        parts.group(5) != null);
  }

  private static Kind kind(String letter) {
    for (Kind kind : Kind.values()) {
      if (kind.letter.equals(letter)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind of time: " + letter);
  }

  /** As written in case files. */
  public String text() {
    return kind.letter
        + (seconds == 0 ? "" : seconds)
        + (fullAtNight ? "/L" : "")
        + (virtual ? "/V" : "");
  }

  /** As people read it: {@code real, about 5 s}. */
  public String shown() {
    String plain = kind.name().toLowerCase(Locale.ROOT);
    return plain
        + (seconds == 0 ? "" : ", about " + seconds + " s")
        + (fullAtNight ? "; the whole wait at night" : "")
        + (virtual ? "; also in virtual time" : "");
  }
}
