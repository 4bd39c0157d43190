package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts as JTokkit does, in the same vocabulary: 22,400 drawn texts of 32 kinds. */
class ExactCounterOracleTest {

  private static final int TEXTS = 700;

  private static final JtokkitOracle ORACLE = new JtokkitOracle();
  private static final ExactCounter COUNTER = ExactCounter.builtIn();

  @ParameterizedTest
  @EnumSource
  void counts_as_the_oracle_does(TextKind kind) {
    Random random = kind.random(1);
    for (int i = 0; i < TEXTS; i++) {
      String text = kind.text(random);

      assertThat(COUNTER.count(text)).as(text).isEqualTo(ORACLE.count(text));
    }
  }

  @ParameterizedTest
  @EnumSource
  void counts_long_texts_of_every_kind_wherever_they_are_cut(TextKind kind) {
    Random random = kind.random(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < 20_000) {
      text.append(kind.text(random));
    }

    assertThat(COUNTER.count(text)).isEqualTo(ORACLE.count(text.toString()));
  }

  @Test
  void counts_long_pieces_as_the_oracle_does() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      int letters = 1 + random.nextInt(26);
      String text =
          random
              .ints(90 + random.nextInt(3000), 'a', 'a' + letters)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      assertThat(COUNTER.count(text)).as(text).isEqualTo(ORACLE.count(text));
    }
  }

  @Test
  void counts_rows_of_signs_as_the_oracle_does() {
    Random random = new Random(3);
    String signs = "-=/*#_.~+\t \u2500\u2014";
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int row = random.nextInt(6); row >= 0; row--) {
        String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
        text.append(sign.repeat(1 + random.nextInt(500))).append(random.nextInt(3) == 0 ? "x" : "");
      }

      assertThat(COUNTER.count(text)).as("%s", text).isEqualTo(ORACLE.count(text.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void counts_bytes_as_it_counts_text(TextKind kind) {
    Random random = kind.random(2);
    for (int i = 0; i < 100; i++) {
      String text = kind.text(random).replaceAll("\\p{Cs}", "\uFFFD");
      byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);

      assertThat(COUNTER.countUtf8(bytes, 1, bytes.length - 2))
          .as(text)
          .isEqualTo(COUNTER.count(text));
    }
  }
}
