package dev.mimokit.core.retry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the field value of Retry-After (RFC 9110 10.2.3): whole seconds or a date. Anything else, a
 * negative number or a date in the past counts as absent: a broken hint must not become a hot
 * retry.
 */
public final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("0*([0-9]+)");
  private static final int LONG_DIGITS = 18;
  private static final long NANOS = 1_000_000_000L;

  private RetryAfter() {}

  /**
   * Nanoseconds to wait from {@code now}; empty when the value is not a valid hint. Waits too long
   * for nanoseconds are {@link Long#MAX_VALUE}.
   */
  public static OptionalLong parse(String value, Instant now) {
    String trimmed = value.trim();
    Matcher seconds = SECONDS.matcher(trimmed);
    if (seconds.matches()) {
      return OptionalLong.of(saturated(seconds.group(1)));
    }
    return parseDate(trimmed, now);
  }

  private static OptionalLong parseDate(String value, Instant now) {
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      long millis = until.toEpochMilli() - now.toEpochMilli();
      return millis < 0 ? OptionalLong.empty() : OptionalLong.of(saturated((millis + 999) / 1000));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static long saturated(String digits) {
    return digits.length() > LONG_DIGITS ? Long.MAX_VALUE : saturated(Long.parseLong(digits));
  }

  private static long saturated(long seconds) {
    return seconds > Long.MAX_VALUE / NANOS ? Long.MAX_VALUE : seconds * NANOS;
  }
}
