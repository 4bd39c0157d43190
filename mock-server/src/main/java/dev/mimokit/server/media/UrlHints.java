package dev.mimokit.server.media;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address says of the file behind it, since the mock never fetches it:
 *
 * <pre>
 *   https://example.com/cat-1920x1080.jpg
 *   https://example.com/cat.jpg?w=1920&amp;h=1080
 *   https://example.com/talk.mp3?seconds=90
 *   https://example.com/talk-1280x720.mp4?duration=12.5
 * </pre>
 *
 * {@code width} and {@code height} are understood too. A number that is not there, or is 0, is
 * empty.
 */
record UrlHints(OptionalLong width, OptionalLong height, OptionalDouble seconds) {

  private static final Pattern SIZE =
      Pattern.compile("(?<![0-9A-Za-z])([1-9]\\d{0,8})x([1-9]\\d{0,8})(?![0-9A-Za-z])");
  private static final Pattern WIDTH = parameter("w|width", "[1-9]\\d{0,8}");
  private static final Pattern HEIGHT = parameter("h|height", "[1-9]\\d{0,8}");
  private static final Pattern SECONDS = parameter("seconds|duration", "\\d{1,9}(?:\\.\\d{1,9})?");

  static UrlHints of(String url) {
    Matcher size = SIZE.matcher(url);
    boolean sized = size.find();
    OptionalLong width = whole(WIDTH.matcher(url));
    OptionalLong height = whole(HEIGHT.matcher(url));
    if (sized && (width.isEmpty() || height.isEmpty())) {
      width = OptionalLong.of(Long.parseLong(size.group(1)));
      height = OptionalLong.of(Long.parseLong(size.group(2)));
    }
    return new UrlHints(width, height, seconds(SECONDS.matcher(url)));
  }

  /** Whether both sides are given; one alone says nothing. */
  boolean hasArea() {
    return width.isPresent() && height.isPresent();
  }

  private static Pattern parameter(String names, String value) {
    return Pattern.compile("[?&](?:" + names + ")=(" + value + ")(?=[&#]|$)");
  }

  private static OptionalLong whole(Matcher found) {
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  private static OptionalDouble seconds(Matcher found) {
    double seconds = found.find() ? Double.parseDouble(found.group(1)) : 0;
    return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
  }
}
