package dev.mimokit.core.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallWordsTest {

  private static final int OF_NONE = -1;

  private final SmallWords words = new SmallWords("the an pourquoi", "für an", "où");

  private static int language(SmallWords words, String text) {
    long word = SmallWords.NONE;
    for (int i = 0; i < text.length(); i++) {
      word = SmallWords.with(word, text.charAt(i));
    }
    return words.language(word);
  }

  @ParameterizedTest
  @CsvSource({"the, 0", "The, 0", "POURQUOI, 0", "für, 1", "FÜR, 1", "où, 2"})
  void knows_the_language_of_a_word_in_any_case(String word, int language) {
    assertThat(language(words, word)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"an", "th", "them", "pourquois", "xpourquoi", "lantern", "ťhe", "河", "eht"})
  void a_word_of_several_languages_or_of_none_tells_nothing(String word) {
    assertThat(language(words, word)).isEqualTo(OF_NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pourquois", "ő"})
  void refuses_what_is_no_small_word(String word) {
    assertThatThrownBy(() -> new SmallWords(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("1 to 8 letters of Latin-1: " + word);
  }

  @Test
  void finds_what_a_map_finds() {
    SplittableRandom random = new SplittableRandom(7);
    String[] lists = {"", "", ""};
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      int language = random.nextInt(lists.length);
      String word = word(random);
      lists[language] += (lists[language].isEmpty() ? "" : " ") + word;
      map.merge(word, language, (one, other) -> OF_NONE);
    }
    SmallWords many = new SmallWords(lists);

    assertThat(map)
        .allSatisfy((word, language) -> assertThat(language(many, word)).isEqualTo(language));
    for (int i = 0; i < 10_000; i++) {
      String word = word(random);
      assertThat(language(many, word)).as(word).isEqualTo(map.getOrDefault(word, OF_NONE));
    }
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      word.append((char) ('a' + random.nextInt(6)));
    }
    return word.toString();
  }
}
