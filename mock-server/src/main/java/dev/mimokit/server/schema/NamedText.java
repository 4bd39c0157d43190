package dev.mimokit.server.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts by what a property is called: a city for {@code location}, a question for {@code query}.
 */
record NamedText(Prompt prompt, SplittableRandom random) {

  private static final String CAPITALISED = "(\\p{Lu}[\\p{L}'-]*(?:,? \\p{Lu}[\\p{L}'-]*){0,3})";
  private static final String CITIES =
      "北京|上海|广州|深圳|杭州|成都|武汉|西安|南京|重庆|天津|苏州|香港|台北|长沙|青岛|厦门|东京|纽约|伦敦|巴黎";
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:in|at|near|to|from|for|of|around|about|visit|visiting) "
              + CAPITALISED
              + "|("
              + CITIES
              + ")");
  private static final Pattern LOWER_PLACE =
      Pattern.compile("\\b(?:in|at|near) (\\p{Ll}{3,30})\\b");
  private static final Pattern FROM =
      Pattern.compile("(?i:\\bfrom) " + CAPITALISED + "|从(" + CITIES + ")");
  private static final Pattern TO =
      Pattern.compile("(?i:\\bto) " + CAPITALISED + "|[到去往](" + CITIES + ")");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?<=\\p{Ll},? )(?<!\\b(?:in|at|near|to|from|of) )(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?)");
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\d])([A-Za-z]*[-_#]?\\d[\\w-]*)");
  private static final Pattern FILE =
      Pattern.compile("([\\w/~-][\\w./~-]{0,100}\\.[A-Za-z]\\w{0,4})\\b");
  private static final Pattern SUM =
      Pattern.compile("([(\\d][\\d.( )]{0,40}[-+*/^][\\d.()+*/^ -]{0,100}[\\d)])");
  private static final Pattern CAPITALS = Pattern.compile("\\b([A-Z]{3})\\b");
  private static final int LONGEST_QUESTION = 120;

  /** What suits the name, from the prompt or made up; empty when the name says nothing. */
  Optional<String> text(String name, Predicate<String> fits) {
    PropertyName words = PropertyName.of(name);
    Optional<String> special = special(words).filter(fits);
    return special.isPresent() ? special : prompt.quote(fits).or(() -> spoken(words).filter(fits));
  }

  private Optional<String> special(PropertyName name) {
    if (name.hasAny("origin from departure source")) {
      return prompt.find(FROM).or(this::place);
    }
    if (name.hasAny("destination to arrival")) {
      return prompt.find(TO).or(this::place);
    }
    if (name.hasAny("city location place address region town country destination area 城市 地点")) {
      return place();
    }
    Formats formats = new Formats(prompt, random);
    if (name.hasAny("email mail recipient")) {
      return formats.text("email");
    }
    if (name.hasAny("url uri link website")) {
      return formats.text("uri");
    }
    if (name.hasAny("date day deadline birthday 日期")) {
      return formats.text("date");
    }
    if (name.hasAny("time")) {
      return formats.text("time");
    }
    return code(name);
  }

  private Optional<String> code(PropertyName name) {
    if (name.hasAny("expression formula equation")) {
      return prompt.find(SUM).map(String::strip).or(() -> Optional.of("2 + 2"));
    }
    if (name.hasAny("path file filename")) {
      return prompt.find(FILE).or(() -> Optional.of(Words.one(random) + ".txt"));
    }
    if (name.hasAny("currency")) {
      return prompt.find(CAPITALS).or(() -> Optional.of("USD"));
    }
    if (name.hasAny("ticker symbol airport iata")) {
      return prompt.find(CAPITALS);
    }
    if (name.hasAny("phone telephone")) {
      return Optional.of("+1-555-01" + random.nextInt(10, 100));
    }
    if (name.hasAny("id code number")) {
      return prompt.find(CODE).or(() -> Optional.of("id-" + random.nextInt(1000, 10_000)));
    }
    return Optional.empty();
  }

  private Optional<String> spoken(PropertyName name) {
    if (name.hasAny("query q search question prompt topic keyword input text message 问题")
        && !prompt.text().isBlank()) {
      String asked = prompt.text().strip().lines().findFirst().orElse("");
      return Optional.of(
          asked.codePointCount(0, asked.length()) <= LONGEST_QUESTION
              ? asked
              : asked.substring(0, asked.offsetByCodePoints(0, LONGEST_QUESTION)));
    }
    if (name.hasAny("description content body summary reason details explanation answer note")) {
      return Optional.of(Words.sentence(random));
    }
    if (name.hasAny("name person user author customer owner assignee 姓名")) {
      return prompt
          .find(PERSON)
          .or(() -> Optional.of(Words.draw(List.of("Lin Wei", "Mia Chen", "Alex Rivera"), random)));
    }
    return name.hasAny("language lang locale") ? Optional.of("en") : Optional.empty();
  }

  private static boolean isName(String word) {
    return !List.of("the", "this", "that", "your", "our", "his", "her", "their").contains(word);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private Optional<String> place() {
    return prompt
        .find(PLACE)
        .or(() -> prompt.find(LOWER_PLACE).filter(NamedText::isName).map(NamedText::capitalised))
        .or(
            () ->
                Optional.of(Words.draw(List.of("Beijing", "San Francisco, CA", "Paris"), random)));
  }
}
