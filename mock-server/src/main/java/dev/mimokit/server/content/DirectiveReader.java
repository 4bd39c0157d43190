package dev.mimokit.server.content;

import dev.mimokit.server.call.FinishReason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds directives in a prompt.
 *
 * <pre>
 *   directive  =  "[[mimokit:"  1*( spaces  name "=" value )  spaces  "]]"
 *   tokens     =  1..131072                 reasoning  =  0..131072
 *   cached     =  0..131072; no more than the prompt has is ever told
 *   ttft, itl  =  number ("ms" / "s")       at most one hour
 *   finish     =  stop / length / tool_calls / content_filter / repetition_truncation
 *   error      =  400..599 / the name of an error
 *
 *   [[mimokit: tokens=50 reasoning=20 ttft=100ms itl=5ms finish=length]]
 * </pre>
 *
 * A prompt may hold several; no name may stand twice. A directive that is never closed is text.
 */
public final class DirectiveReader {

  private static final String OPENING = "[[mimokit:";
  private static final String CLOSING = "]]";
  private static final List<String> NAMES =
      List.of("tokens", "reasoning", "cached", "ttft", "itl", "finish", "error");
  private static final int MOST_TOKENS = 131_072;
  private static final int LONGEST_ECHO = 60;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s)");
  private static final Pattern ERROR = Pattern.compile("[45][0-9]{2}|[a-z][a-z_]{0,40}");

  private final Map<String, String> values;

  private DirectiveReader(Map<String, String> values) {
    this.values = values;
  }

  /** The directives of a prompt; {@link Directives#NONE} when it holds none. */
  public static Directed read(String prompt) {
    if (!prompt.contains(OPENING)) {
      return Directives.NONE;
    }
    try {
      return new DirectiveReader(values(prompt)).directives();
    } catch (IllegalArgumentException e) {
      return new Directed.Refused(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> values(String prompt) {
    Map<String, String> values = new LinkedHashMap<>();
    int at = prompt.indexOf(OPENING);
    while (at >= 0) {
      int from = at + OPENING.length();
      int to = prompt.indexOf(CLOSING, from);
      if (to < 0) {
        return values;
      }
      add(prompt.substring(from, to), values);
      at = prompt.indexOf(OPENING, to);
    }
    return values;
  }

  private static void add(String directive, Map<String, String> values) {
    for (String word : directive.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "mimokit directive: expected name=value: '" + echo(word) + "'");
      }
      String name = word.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "mimokit directive: unknown name '"
                + echo(name)
                + "', expected one of "
                + String.join(", ", NAMES));
      }
      if (values.put(name, word.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("mimokit directive: " + name + " stands there twice");
      }
    }
  }

  private Directives directives() {
    return new Directives(
        number("tokens", 1),
        number("reasoning", 0),
        number("cached", 0),
        span("ttft"),
        span("itl"),
        finish(),
        error());
  }

  private OptionalInt number(String name, int min) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean whole = NUMBER.matcher(value.get()).matches();
    int number = whole ? Integer.parseInt(value.get()) : -1;
    if (number < min || number > MOST_TOKENS) {
      throw wrong(name, min + ".." + MOST_TOKENS);
    }
    return OptionalInt.of(number);
  }

  private Optional<Duration> span(String name) {
    return value(name).map(value -> span(name, SPAN.matcher(value)));
  }

  private Duration span(String name, Matcher parts) {
    if (parts.matches()) {
      long amount = Long.parseLong(parts.group(1));
      Duration span =
          parts.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
      if (span.compareTo(LONGEST) <= 0) {
        return span;
      }
    }
    throw wrong(name, "a number and ms or s, at most one hour");
  }

  private Optional<FinishReason> finish() {
    return value("finish")
        .map(
            word ->
                FinishWord.of(word).orElseThrow(() -> wrong("finish", "one of " + FinishWord.ALL)));
  }

  private Optional<String> error() {
    Optional<String> error = value("error");
    if (error.isPresent() && !ERROR.matcher(error.get()).matches()) {
      throw wrong("error", "400..599 or the name of an error");
    }
    return error;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException(
        "mimokit directive: "
            + name
            + " must be "
            + expected
            + ": '"
            + echo(value(name).orElse(""))
            + "'");
  }

  private static String echo(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
