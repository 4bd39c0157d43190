package dev.mimokit.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.server.call.Piece;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlicesTest {

  @Test
  void gives_each_piece_one_token() {
    assertThat(Slices.of("{\"city\":1}", 3, Piece.Said::new))
        .containsExactly(
            new Piece.Said("{\"c", 1), new Piece.Said("ity", 1), new Piece.Said("\":1}", 1));
  }

  @Test
  void gives_a_piece_several_tokens_when_there_are_more_tokens_than_characters() {
    assertThat(Slices.of("ab", 5, Piece.Said::new))
        .containsExactly(new Piece.Said("a", 2), new Piece.Said("b", 3));
  }

  @Test
  void tears_no_character() {
    assertThat(Slices.of("😀😀", 3, Piece.Said::new))
        .containsExactly(new Piece.Said("😀", 1), new Piece.Said("😀", 2));
  }

  @Test
  void says_nothing_of_an_empty_text() {
    assertThat(Slices.of("", 0, Piece.Said::new)).isEmpty();
  }

  @Test
  void loses_neither_text_nor_tokens() {
    Random random = new Random(20261124);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      long tokens = 1L + random.nextInt(40);

      List<Piece> pieces = Slices.of(text, tokens, Piece.Said::new);

      assertThat(pieces.stream().mapToLong(Piece::tokens).sum()).isEqualTo(tokens);
      assertThat(String.join("", pieces.stream().map(p -> ((Piece.Said) p).text()).toList()))
          .isEqualTo(text);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(30); k >= 0; k--) {
      text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : 0x1F600);
    }
    return text.toString();
  }
}
