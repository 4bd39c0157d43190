package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Makes up texts: the prompt's own words if they fit, else some that look right for the name. */
record Texts(Prompt prompt, SplittableRandom random) {

  /** The longest text made, however long a schema wants it. */
  private static final int LONGEST = 4_096;

  private static final int TRIES = 12;
  private static final String FILLER = "Aa1!";

  String text(JsonNode keywords, String name) {
    int least = Decimals.size(keywords.path("minLength"), 0);
    int most = Decimals.size(keywords.path("maxLength"), Integer.MAX_VALUE);
    if (keywords.path("pattern").isTextual()) {
      return matching(keywords.path("pattern").textValue(), name, least, most);
    }
    Optional<String> formatted =
        new Formats(prompt, random).text(keywords.path("format").asText(""));
    return formatted.orElseGet(() -> fitted(named(name, least, most), least, most));
  }

  private String named(String name, int least, int most) {
    Predicate<String> fits = text -> isBetween(text, least, most);
    return prompt
        .after(name)
        .filter(fits)
        .or(() -> new NamedText(prompt, random).text(name, fits))
        .orElseGet(() -> Words.some(random));
  }

  private String matching(String pattern, String name, int least, int most) {
    Predicate<String> fits =
        text -> isBetween(text, least, most) && Regex.finds(pattern, text).orElse(false);
    return prompt
        .after(name)
        .filter(fits)
        .or(() -> prompt.quote(fits))
        .or(() -> prompt.word(fits))
        .or(() -> made(pattern, least, fits))
        .orElseGet(() -> fitted(named(name, least, most), least, most));
  }

  private Optional<String> made(String pattern, int least, Predicate<String> fits) {
    Optional<String> first = Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      int more = i < 4 ? i + 1 : i < 8 ? least / (i - 3) : i - 8;
      Optional<String> text = PatternText.of(pattern, more, random);
      for (String each : List.of(text.orElse(""), padded(text.orElse(FILLER), least))) {
        if (fits.test(each)) {
          return Optional.of(each);
        }
      }
      first = first.or(() -> text);
    }
    return first;
  }

  private static boolean isBetween(String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    return length >= least && length <= most;
  }

  /** Cut or filled up to the length that is wanted. */
  private static String fitted(String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    return length > most
        ? text.substring(0, text.offsetByCodePoints(0, most))
        : padded(text, least);
  }

  private static String padded(String text, int least) {
    StringBuilder padded = new StringBuilder(text);
    for (int length = text.codePointCount(0, text.length());
        length < Math.min(least, LONGEST);
        length++) {
      padded.append((char) ('a' + length % 26));
    }
    return padded.toString();
  }
}
