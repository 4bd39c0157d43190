package dev.mimokit.core.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

  private static final Reply THOUGHT = new Reply(List.of("a", "b", "c"), List.of("x", " y", "."));
  private static final Reply PLAIN = new Reply(List.of(), List.of("x", " y", "."));

  @Test
  void counts_the_markers_of_thinking_and_the_end() {
    assertThat(THOUGHT.completionTokens()).isEqualTo(3 + 2 + 3 + 1);
    assertThat(PLAIN.completionTokens()).isEqualTo(3 + 1);
    assertThat(PLAIN.contentText()).isEqualTo("x y.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0", "2, 1, 0", "4, 3, 0", "5, 3, 0", "6, 3, 1", "7, 3, 2", "8, 3, 3",
  })
  void is_cut_first_in_the_answer_then_in_the_thinking(int max, int reasoning, int content) {
    Reply cut = THOUGHT.cut(max);

    assertThat(cut.isCut()).isTrue();
    assertThat(cut.reasoning()).hasSize(reasoning);
    assertThat(cut.content()).hasSize(content);
    assertThat(cut.completionTokens()).isEqualTo(max);
  }

  @Test
  void is_not_cut_where_it_fits() {
    assertThat(THOUGHT.cut(9)).isSameAs(THOUGHT);
    assertThat(PLAIN.cut(4).isCut()).isFalse();
    assertThat(PLAIN.cut(3).isCut()).isTrue();
    assertThat(PLAIN.cut(3).content()).hasSize(3);
  }

  @Test
  void can_be_cut_again_but_never_grows() {
    assertThat(THOUGHT.cut(7).cut(6)).isEqualTo(THOUGHT.cut(6));
    assertThat(THOUGHT.cut(6).cut(7)).isEqualTo(THOUGHT.cut(6));
  }

  @Test
  void refuses_to_be_cut_to_nothing() {
    assertThatThrownBy(() -> THOUGHT.cut(0)).hasMessage("maxTokens must be at least 1: 0");
  }
}
