package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactCounterTest {

  private static final int MILLION = 1_000_000;

  private static final ExactCounter COUNTER = ExactCounter.builtIn();

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "hello, 1",
    "hello world, 2",
    "1234567, 7",
    "don't, 2",
    "你好, 1",
    "'  x', 2",
    "<|im_end|>, 6",
  })
  void counts_known_texts(String text, long tokens) {
    assertThat(COUNTER.count(text)).isEqualTo(tokens);
  }

  @Test
  void counts_text_that_is_not_composed_as_if_it_were() {
    String text = "café Å 한국어 हिन्दी";

    assertThat(COUNTER.count(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(COUNTER.count(text));
  }

  @Test
  void a_lone_surrogate_counts_as_a_replacement_character() {
    assertThat(COUNTER.count("a\uD83Db")).isEqualTo(COUNTER.count("a\uFFFDb"));
    assertThat(COUNTER.count("\uDE00\uD83D")).isEqualTo(COUNTER.count("\uFFFD\uFFFD"));
  }

  @Test
  void each_byte_that_is_not_utf8_counts_as_a_replacement_character() {
    byte[] bytes = {(byte) 0xC0, (byte) 0x80, (byte) 0xE4, (byte) 0xBD, 'a', (byte) 0xFF};

    assertThat(COUNTER.countUtf8(bytes))
        .isEqualTo(COUNTER.count("\uFFFD\uFFFD\uFFFD\uFFFDa\uFFFD"));
    assertThatThrownBy(() -> COUNTER.countUtf8(bytes, 3, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void counts_any_kind_of_character_sequence() {
    String text = "What is counted need not be a String. 你好";

    StringBuilder builder = new StringBuilder();
    builder.append(text);

    assertThat(COUNTER.count(CharBuffer.wrap(text))).isEqualTo(COUNTER.count(text));
    assertThat(COUNTER.count(builder)).isEqualTo(COUNTER.count(text));
  }

  @Test
  void counts_no_further_than_asked() {
    String text = "one two three";

    assertThat(COUNTER.countAtMost(text, 3)).isEqualTo(3);
    assertThat(COUNTER.countAtMost(text, 2)).isEqualTo(3);
    assertThat(COUNTER.countAtMost(text, 0)).isEqualTo(1);
    assertThat(COUNTER.countAtMost("", 0)).isZero();
    assertThat(COUNTER.countAtMost(text, Long.MAX_VALUE)).isEqualTo(3);
    assertThatThrownBy(() -> COUNTER.countAtMost(text, -1))
        .hasMessage("limit must not be negative: -1");
  }

  @Test
  void reads_no_further_than_the_limit_asks() {
    int[] furthest = {0};
    CharSequence endless =
        new Watched("word ".repeat(MILLION / 5), at -> furthest[0] = Math.max(furthest[0], at));

    assertThat(COUNTER.countAtMost(endless, 10)).isEqualTo(11);
    assertThat(furthest[0]).isLessThan(10_000);
  }

  @Test
  void has_at_most_as_many_tokens_as_bytes_and_at_least_one() {
    Random random = new Random(3);
    for (TextKind kind : TextKind.values()) {
      String text = Normalizer.normalize(kind.text(random), Normalizer.Form.NFC);
      long bytes = text.codePoints().mapToLong(ExactCounterTest::utf8Length).sum();

      assertThat(COUNTER.count(text)).isBetween(1L, bytes);
    }
  }

  /** Each of these takes hours where time grows with the square of the length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ab",
        "-",
        " ",
        "\n",
        " \n",
        "7",
        "汉",
        "─",
        "\u0301",
        "\u0301\u0323",
        "ᄀ",
        "😀"
      })
  void counts_a_million_of_the_same(String unit) {
    String text = unit.repeat(MILLION / unit.length());

    assertThat(COUNTER.count(text)).isBetween(1L, 4L * MILLION);
    assertThat(COUNTER.count("x" + text + " y")).isGreaterThan(2);
  }

  @Test
  void sorts_long_rows_of_marks_as_nfc_does() {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      StringBuilder text = new StringBuilder("e");
      random
          .ints(200, 0x300, 0x370)
          .map(mark -> random.nextInt(20) == 0 ? 0x93E : mark)
          .forEach(text::appendCodePoint);
      String composed = Normalizer.normalize(text, Normalizer.Form.NFC);

      assertThat(new String(Nfc.of(text.toString().toCharArray(), text.length())))
          .isEqualTo(composed);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "CHINESE", "MIXED"})
  void counts_the_same_from_several_threads_at_once(TextKind kind) {
    Random random = new Random(5);
    String text =
        IntStream.range(0, 200).mapToObj(i -> kind.text(random)).reduce("", String::concat);
    long expected = COUNTER.count(text);

    assertThat(IntStream.range(0, 64).parallel().mapToLong(i -> COUNTER.count(text)))
        .containsOnly(expected);
  }

  private static long utf8Length(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
