package dev.mimokit.server.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words in a property's name, lower case: {@code maxResults} and {@code max_results} alike. */
record PropertyName(List<String> words) {

  private static final int LOOKED_AT = 100;
  private static final Pattern HUMPS = Pattern.compile("(?<=[a-z\\d])(?=[A-Z])");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\d]+");

  static PropertyName of(String name) {
    String start = name.length() > LOOKED_AT ? name.substring(0, LOOKED_AT) : name;
    String spaced = GAPS.matcher(HUMPS.matcher(start).replaceAll(" ")).replaceAll(" ");
    return new PropertyName(Arrays.asList(spaced.strip().toLowerCase(Locale.ROOT).split(" ", -1)));
  }

  String spaced() {
    return String.join(" ", words);
  }

  /** Whether one of the names, given with spaces between, is a word of this one. */
  boolean hasAny(String names) {
    String list = " " + names + " ";
    for (String word : words) {
      if (!word.isEmpty() && list.contains(" " + word + " ")) {
        return true;
      }
    }
    return false;
  }

  boolean begins(String names) {
    return List.of(names.split(" ", -1)).contains(words.get(0));
  }
}
