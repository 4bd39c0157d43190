package dev.mimokit.server.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt offers to be used as a value. Quoted texts and numbers are used once each, in their
 * order, so that {@code add 3 and 5} gives {@code a} and {@code b} their own. Not thread-safe.
 */
final class Prompt {

  private static final int LOOKED_AT = 4_000;
  private static final int LONGEST_QUOTE = 300;

  private static final Pattern QUOTED =
      Pattern.compile(
          "\"([^\"\\n]{1,300})\"|“([^”\\n]{1,300})”|「([^」\\n]{1,300})」|『([^』\\n]{1,300})』"
              + "|《([^》\\n]{1,300})》|`([^`\\n]{1,300})`|(?<![\\p{L}\\d])'([^'\\n]{1,300})'(?!\\p{L})");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.:-])-?\\d{1,15}(?:\\.\\d{1,9})?(?![\\w:-]|\\.\\d)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_.@#+-]{0,80}");

  private final String text;
  private final String lower;
  private final List<String> quotes = new ArrayList<>();
  private final List<BigDecimal> numbers = new ArrayList<>();

  Prompt(String prompt) {
    this.text = prompt.length() > LOOKED_AT ? prompt.substring(0, LOOKED_AT) : prompt;
    this.lower = text.toLowerCase(Locale.ROOT);
    for (Matcher found = QUOTED.matcher(text); found.find(); ) {
      quotes.add(firstGroup(found));
    }
    for (Matcher found = NUMBER.matcher(text); found.find(); ) {
      numbers.add(new BigDecimal(found.group()));
    }
  }

  String text() {
    return text;
  }

  int quotesLeft() {
    return quotes.size();
  }

  int numbersLeft() {
    return numbers.size();
  }

  /** Takes the first quoted text that suits. */
  Optional<String> quote(Predicate<String> suits) {
    return take(quotes, suits);
  }

  /** Takes the first number that suits. */
  Optional<BigDecimal> number(Predicate<BigDecimal> suits) {
    return take(numbers, suits);
  }

  /** The first match of a pattern: its first group that matched, or all of it. */
  Optional<String> find(Pattern pattern) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(firstGroup(found)) : Optional.empty();
  }

  /** The first word that suits. */
  Optional<String> word(Predicate<String> suits) {
    return WORD.matcher(text)
        .results()
        .map(found -> found.group().replaceAll("[.-]+$", ""))
        .limit(200)
        .filter(suits)
        .findFirst();
  }

  /** Whether a word, or several, stand in the prompt by themselves; case does not matter. */
  boolean mentions(String words) {
    return words.length() > 1 && indexBehind(words.toLowerCase(Locale.ROOT), 0) >= 0;
  }

  /**
   * What stands behind the name of a property, as in {@code max_results: 5}, {@code title "A"} or
   * {@code unit is celsius}. The words of the name may be joined in any way.
   */
  Optional<String> after(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String words = PropertyName.of(name).spaced();
    for (String written : List.of(name.toLowerCase(Locale.ROOT), words)) {
      int end = indexBehind(written, 0);
      if (end >= 0 && written.length() > 1) {
        return value(text.substring(end));
      }
    }
    return Optional.empty();
  }

  private static final Pattern VALUE =
      Pattern.compile(
          "^[\"'`]?(?:\\s*[:=：]\\s*|\\s+(?:is|to|of|as)\\s+|(?:是|为)|\\s+)"
              + "(?:\"([^\"\\n]{1,300})\"|“([^”\\n]{1,300})”|'([^'\\n]{1,300})'|(-?\\d+(?:\\.\\d+)?)(?![\\w-]))");
  private static final Pattern NAMED_VALUE =
      Pattern.compile("^[\"'`]?(?:\\s*[:=：]\\s*|\\s+is\\s+)([\\p{L}\\d][\\p{L}\\d_@.+/:-]{0,100})");

  private static Optional<String> value(String rest) {
    for (Pattern pattern : List.of(VALUE, NAMED_VALUE)) {
      Matcher found = pattern.matcher(rest);
      if (found.find()) {
        return Optional.of(firstGroup(found).replaceAll("[.,:]+$", ""));
      }
    }
    return Optional.empty();
  }

  /** Where the first mention ends that is not part of a longer word; -1 when there is none. */
  private int indexBehind(String words, int from) {
    for (int at = lower.indexOf(words, from); at >= 0; at = lower.indexOf(words, at + 1)) {
      int end = at + words.length();
      if (!(isWordChar(at - 1) && isWordChar(at)) && !(isWordChar(end - 1) && isWordChar(end))) {
        return Math.min(end, text.length());
      }
    }
    return -1;
  }

  /** Han needs no spaces between words. */
  private boolean isWordChar(int index) {
    if (index < 0 || index >= lower.length()) {
      return false;
    }
    char unit = lower.charAt(index);
    return Character.isLetterOrDigit(unit) && !Character.isIdeographic(unit);
  }

  private static <T> Optional<T> take(List<T> list, Predicate<T> suits) {
    for (int i = 0; i < list.size(); i++) {
      if (suits.test(list.get(i))) {
        return Optional.of(list.remove(i));
      }
    }
    return Optional.empty();
  }

  private static String firstGroup(Matcher found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      String text = found.group(group);
      if (text != null) {
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
      }
    }
    return found.group();
  }
}
