package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEstimatorTest {

  private static final TokenEstimator ESTIMATOR = new TokenEstimator();
  private static final List<CountedText> TEXTS = CountedText.all();

  @ParameterizedTest
  @MethodSource("texts")
  void keeps_every_text_within_the_stated_error(CountedText text) {
    TokenCount estimate = ESTIMATOR.estimate(text.text());

    assertThat(estimate.covers(text.tokens()))
        .as("%s of %s for %d", text.category(), estimate, text.tokens())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "zh", "ja", "ko", "ru", "java", "json", "digits", "base64", "markdown"})
  void is_off_by_less_than_a_tenth_over_a_category(String category) {
    List<CountedText> texts = of(category);

    long exact = texts.stream().mapToLong(CountedText::tokens).sum();
    long estimated = texts.stream().mapToLong(text -> ESTIMATOR.tokens(text.text())).sum();

    assertThat((double) estimated / exact).isBetween(0.9, 1.1);
  }

  @Test
  void a_quarter_of_the_characters_would_miss_the_stated_error() {
    Map<String, Long> misses =
        TEXTS.stream()
            .filter(text -> !quarterOfTheCharacters(text).covers(text.tokens()))
            .collect(Collectors.groupingBy(CountedText::category, Collectors.counting()));

    assertThat(misses)
        .containsEntry("zh", 5L)
        .containsEntry("ja", 5L)
        .containsEntry("ko", 5L)
        .containsEntry("ru", 3L)
        .containsEntry("digits", 4L)
        .containsEntry("base64", 4L);
  }

  @Test
  void gives_the_example_of_its_description() {
    assertThat(ESTIMATOR.tokens("On the 77th day")).isEqualTo(7);
  }

  @Test
  void counts_digits_one_by_one() {
    assertThat(ESTIMATOR.tokens("1234567890".repeat(50))).isBetween(495L, 505L);
  }

  @Test
  void runs_of_one_symbol_cost_little() {
    assertThat(ESTIMATOR.tokens("=".repeat(400))).isLessThan(60);
    assertThat(ESTIMATOR.tokens(" ".repeat(400))).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "=", "/", "#", "_", ".", " ", "\n", "\u2500", "\u2588", "\u2026", "a"})
  void takes_a_long_row_as_a_whole(String unit) {
    for (int length : new int[] {100, 1_000, 30_000}) {
      String text = "before" + unit.repeat(length) + "behind";
      double exact = ExactCounter.builtIn().count(text);

      assertThat((double) ESTIMATOR.tokens(text))
          .as("%s times %d", unit, length)
          .isBetween(0.85 * exact - 4, 1.15 * exact + 4);
    }
  }

  @Test
  void gives_the_same_for_rows_of_any_length_at_any_place() {
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int row = random.nextInt(8); row >= 0; row--) {
        text.append(
            String.valueOf("-= \u2500ab".charAt(random.nextInt(6))).repeat(random.nextInt(70)));
      }
      TokenEstimator.Accumulator units = ESTIMATOR.accumulator();
      units.add(text);

      assertThat(units.estimate()).as("%s", text).isEqualTo(ESTIMATOR.estimate(text));
    }
  }

  @Test
  void states_less_error_for_longer_texts() {
    TokenCount word = ESTIMATOR.estimate("word");
    TokenCount page = ESTIMATOR.estimate("A page of plain words. ".repeat(200));

    assertThat(word.relativeErrorP95()).isEqualTo(1.02);
    assertThat(page.relativeErrorP95()).isBetween(0.12, 0.15);
  }

  @Test
  void an_empty_text_has_exactly_no_tokens_and_any_other_at_least_one() {
    assertThat(ESTIMATOR.estimate("")).isEqualTo(TokenCount.exact(0));
    assertThat(ESTIMATOR.accumulator().estimate()).isEqualTo(TokenCount.exact(0));
    assertThat(ESTIMATOR.tokens("e")).isEqualTo(1);
  }

  @Test
  void gives_the_same_wherever_the_text_is_cut() {
    Random random = new Random(1);
    for (CountedText text : TEXTS) {
      TokenEstimator.Accumulator pieces = ESTIMATOR.accumulator();
      int at = 0;
      while (at < text.text().length()) {
        int next = Math.min(text.text().length(), at + random.nextInt(7));
        pieces.add(text.text().substring(at, next));
        at = next;
      }

      assertThat(pieces.estimate()).isEqualTo(ESTIMATOR.estimate(text.text()));
    }
  }

  @Test
  void gives_the_same_for_bytes_as_for_text() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      String text =
          random
              .ints(random.nextInt(40), 0, Character.MAX_CODE_POINT + 1)
              .filter(point -> point < 0xD800 || point > 0xDFFF)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);

      assertThat(ESTIMATOR.estimateUtf8(bytes, 1, bytes.length - 2))
          .isEqualTo(ESTIMATOR.estimate(text));
    }
  }

  @Test
  void takes_each_byte_that_is_not_utf8_as_a_replacement_character() {
    byte[] bytes = {(byte) 0xC0, (byte) 0x80, (byte) 0xE4, (byte) 0xBD, 'a', (byte) 0xFF};

    assertThat(ESTIMATOR.estimateUtf8(bytes, 0, bytes.length))
        .isEqualTo(ESTIMATOR.estimate("\uFFFD\uFFFD\uFFFD\uFFFDa\uFFFD"));
    assertThatThrownBy(() -> ESTIMATOR.estimateUtf8(bytes, 3, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void lone_surrogates_are_estimated_too() {
    assertThat(ESTIMATOR.tokens("\uD83D")).isPositive();
    assertThat(ESTIMATOR.tokens("\uDE00\uDE00")).isPositive();
  }

  private static List<CountedText> texts() {
    return TEXTS;
  }

  private static List<CountedText> of(String category) {
    return TEXTS.stream().filter(text -> text.category().equals(category)).toList();
  }

  private static TokenCount quarterOfTheCharacters(CountedText text) {
    double stated = ESTIMATOR.estimate(text.text()).relativeErrorP95();
    return new TokenCount(text.text().length() / 4, stated);
  }
}
