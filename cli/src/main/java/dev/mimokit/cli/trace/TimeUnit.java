package dev.mimokit.cli.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a trace tells time. */
public enum TimeUnit {
  /** {@code 2023-11-16 18:17:03.9799600}, with {@code T} and an offset as well; else as in UTC. */
  ISO("iso", 0, "a date and time such as 2023-11-16 18:17:03.97"),
  /** Seconds since anything. */
  SECONDS("s", 9, "seconds"),
  /** Milliseconds since anything. */
  MILLIS("ms", 6, "milliseconds"),
  /** Microseconds since anything. */
  MICROS("us", 3, "microseconds"),
  /** Nanoseconds since anything. */
  NANOS("ns", 0, "nanoseconds");

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .appendPattern("HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][X]")
          .toFormatter();

  /** Nanoseconds of a long last 292 years; longer numbers are no times. */
  private static final int MOST_DIGITS = 18;

  private static final int LONGEST_TEXT = 60;

  private final String word;
  private final int nanosExponent;
  private final String expected;

  TimeUnit(String word, int nanosExponent, String expected) {
    this.word = word;
    this.nanosExponent = nanosExponent;
    this.expected = expected;
  }

  /** The one of that name: {@code iso}, {@code s}, {@code ms}, {@code us} or {@code ns}. */
  public static Optional<TimeUnit> named(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(unit -> unit.word).collect(Collectors.joining(", "));
  }

  /** What a text has to be. */
  String expected() {
    return expected;
  }

  /** Nanoseconds on a scale that is the same for all rows; empty when the text is no time. */
  Optional<Long> nanos(String text) {
    try {
      return Optional.of(this == ISO ? instant(text) : count(text));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long instant(String text) {
    TemporalAccessor read = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    Instant instant =
        read instanceof OffsetDateTime offset
            ? offset.toInstant()
            : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  private long count(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new NumberFormatException(text);
    }
    BigDecimal nanos = new BigDecimal(text).scaleByPowerOfTen(nanosExponent);
    long digits = (long) nanos.precision() - nanos.scale();
    if (digits > MOST_DIGITS || nanos.signum() < 0) {
      throw new NumberFormatException(text);
    }
    return digits < 0 ? 0 : nanos.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
