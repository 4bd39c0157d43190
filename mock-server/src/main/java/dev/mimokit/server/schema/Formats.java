package dev.mimokit.server.schema;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts in the formats of JSON Schema: the prompt's if it has one, else made up. */
record Formats(Prompt prompt, SplittableRandom random) {

  private static final String DATE = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])";
  private static final String TIME =
      "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:Z|[+-][01]\\d:[0-5]\\d)";
  private static final Pattern DATES = Pattern.compile("(?<!\\d)" + DATE + "(?!\\d)");
  private static final Pattern MOMENTS = Pattern.compile("(?<!\\d)" + DATE + "T" + TIME);
  private static final Pattern TIMES = Pattern.compile("(?<!\\d)" + TIME);
  private static final Pattern CLOCKS =
      Pattern.compile("(?<![\\d:])(?:[01]\\d|2[0-3]):[0-5]\\d(?![\\d:])");
  private static final Pattern MAILS =
      Pattern.compile(
          "[A-Za-z0-9][\\w.+-]{0,60}@[A-Za-z0-9][A-Za-z0-9-]{0,60}(?:\\.[A-Za-z]{2,20}){1,3}");
  private static final Pattern LINKS = Pattern.compile("https?://[\\w./~%?=&#:-]{1,200}[\\w/]");

  /** A text in the format; empty when the format is none that is known here. */
  Optional<String> text(String format) {
    return switch (format) {
      case "date" -> prompt.find(DATES).or(() -> Optional.of(date()));
      case "date-time" -> prompt.find(MOMENTS).or(() -> Optional.of(date() + "T" + time()));
      case "time" ->
          prompt
              .find(TIMES)
              .or(() -> prompt.find(CLOCKS).map(clock -> clock + ":00Z"))
              .or(() -> Optional.of(time()));
      case "duration" -> Optional.of("PT" + random.nextInt(1, 60) + "M");
      case "email", "idn-email" ->
          prompt.find(MAILS).or(() -> Optional.of(Words.one(random) + "@example.com"));
      case "hostname", "idn-hostname" -> Optional.of(Words.one(random) + ".example.com");
      case "uri", "url", "iri", "uri-reference", "iri-reference" ->
          prompt.find(LINKS).or(() -> Optional.of("https://example.com/" + Words.one(random)));
      case "uuid" -> Optional.of(uuid());
      case "ipv4" -> Optional.of("192.0.2." + random.nextInt(1, 255));
      case "ipv6" -> Optional.of("2001:db8::" + Integer.toHexString(random.nextInt(1, 65_536)));
      default -> Optional.empty();
    };
  }

  private String date() {
    return "2026-" + two(random.nextInt(1, 13)) + "-" + two(random.nextInt(1, 29));
  }

  private String time() {
    return two(random.nextInt(8, 20)) + ":" + two(random.nextInt(0, 12) * 5) + ":00Z";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /** Version 4, variant 1. */
  private String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
