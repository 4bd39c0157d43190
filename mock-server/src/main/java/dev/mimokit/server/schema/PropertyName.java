package dev.mimokit.server.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words in a property's name, lower case: {@code maxResults} and {@code max_results} alike. */
record PropertyName(List<String> words) {

  private static final int LOOKED_AT = 100;

  static PropertyName of(String name) {
    String start = name.length() > LOOKED_AT ? name.substring(0, LOOKED_AT) : name;
    String spaced =
        start.replaceAll("(?<=[a-z\\d])(?=[A-Z])", " ").replaceAll("[^\\p{L}\\d]+", " ");
    return new PropertyName(Arrays.asList(spaced.strip().toLowerCase(Locale.ROOT).split(" ", -1)));
  }

  String spaced() {
    return String.join(" ", words);
  }

  /** Whether one of the names, given with spaces between, is a word of this one. */
  boolean hasAny(String names) {
    return Arrays.stream(names.split(" ", -1)).anyMatch(words::contains);
  }

  boolean begins(String names) {
    return List.of(names.split(" ", -1)).contains(words.get(0));
  }
}
