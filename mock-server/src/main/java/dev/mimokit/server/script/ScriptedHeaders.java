package dev.mimokit.server.script;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Headers that a script adds to an answer; a name that the answer has already is replaced.
 *
 * @param retryAfter the value of Retry-After, sent as it is
 * @param retryAfterDateSeconds Retry-After as the date that many seconds from now, rounded up to a
 *     whole second; may be negative
 * @param dateSkewSeconds how far the server's clock is off: moves Date, and Retry-After's date
 * @param others sent as they are, in order; the same name may stand there twice
 */
public record ScriptedHeaders(
    Optional<String> retryAfter,
    OptionalLong retryAfterDateSeconds,
    OptionalLong dateSkewSeconds,
    List<HeaderLine> others) {

  /** Adds nothing. */
  public static final ScriptedHeaders NONE =
      new ScriptedHeaders(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of());

  private static final int LONGEST = 200;
  private static final long MILLIS = 1000;

  /** The fixed form of RFC 9110: two digits of the day, always. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Copies the list; refuses a value that breaks a line and two ways of saying when. */
  public ScriptedHeaders {
    others = List.copyOf(others);
    retryAfter.ifPresent(ScriptedHeaders::requireLine);
    if (retryAfter.isPresent() && retryAfterDateSeconds.isPresent()) {
      throw new IllegalArgumentException("either retryAfter or retryAfterDateSeconds, not both");
    }
  }

  /** The value of Retry-After on the wall clock's reading; empty when none is sent. */
  public Optional<String> retryAfter(long epochMillis) {
    return retryAfterDateSeconds.isPresent()
        ? Optional.of(httpDate(epochMillis, retryAfterDateSeconds.getAsLong() + skew()))
        : retryAfter;
  }

  /** All lines to send, Retry-After and Date included. */
  public List<HeaderLine> lines(long epochMillis) {
    List<HeaderLine> lines = new ArrayList<>(others);
    retryAfter(epochMillis).ifPresent(value -> lines.add(new HeaderLine("retry-after", value)));
    if (dateSkewSeconds.isPresent()) {
      lines.add(new HeaderLine("date", httpDate(epochMillis, skew())));
    }
    return lines;
  }

  private long skew() {
    return dateSkewSeconds.orElse(0);
  }

  private static String httpDate(long epochMillis, long seconds) {
    long now = Math.floorDiv(epochMillis + MILLIS - 1, MILLIS);
    return HTTP_DATE.format(Instant.ofEpochSecond(now + seconds));
  }

  private static void requireLine(String value) {
    if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "retryAfter must be at most " + LONGEST + " printable ASCII characters");
    }
  }
}
