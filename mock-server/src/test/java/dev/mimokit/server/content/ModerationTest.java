package dev.mimokit.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModerationTest {

  @Test
  void finds_words_in_any_message_and_any_case() {
    Moderation moderation = new Moderation(List.of("Forbidden", "禁"), List.of("echo"));

    assertThat(moderation.blocks(List.of("system: forbidDEN", "hello"))).isTrue();
    assertThat(moderation.blocks(List.of("hello", "不禁"))).isTrue();
    assertThat(moderation.blocks(List.of("hello", "echo"))).isFalse();
    assertThat(moderation.cutsOff(List.of("ECHO"))).isTrue();
  }

  @Test
  void moderates_nothing_by_default() {
    assertThat(Content.DEFAULT.moderation().blocks(List.of("anything", ""))).isFalse();
    assertThatThrownBy(() -> new Moderation(List.of(" "), List.of()))
        .hasMessage("a moderated word must not be blank");
  }
}
