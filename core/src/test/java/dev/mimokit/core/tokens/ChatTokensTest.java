package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact token counts of the published texts are given; the published usage is expected. */
class ChatTokensTest {

  @Test
  void gives_the_usage_of_the_pages_own_sample_without_thinking() {
    assertThat(ChatTokens.prompt(41 + 3, 2, false)).isEqualTo(57);
    assertThat(ChatTokens.completion(71)).isEqualTo(72);
  }

  @Test
  void gives_the_usage_of_flash_without_thinking() {
    assertThat(ChatTokens.prompt(41 + 3, 2, false)).isEqualTo(57);
    assertThat(ChatTokens.completion(126)).isEqualTo(127);
  }

  @Test
  void gives_the_usage_of_flash_after_thinking() {
    long reasoning = 32;

    assertThat(ChatTokens.prompt(41 + 8, 2, true)).isEqualTo(60);
    assertThat(ChatTokens.completion(reasoning, 85)).isEqualTo(120);
  }

  @Test
  void gives_the_prompt_of_the_pages_own_sample_after_thinking() {
    assertThat(ChatTokens.prompt(50, 2, true)).isEqualTo(61);
  }

  @ParameterizedTest
  @CsvSource({"25, 38", "23, 36", "22, 35"})
  void gives_the_prompts_of_flash_seen_live(long content, long prompt) {
    assertThat(ChatTokens.prompt(content, 2, false)).isEqualTo(prompt);
  }

  @Test
  void gives_the_prompts_of_a_user_message_alone() {
    assertThat(ChatTokens.prompt(7, 1, true)).isEqualTo(14);
    assertThat(ChatTokens.prompt(13 + 1, 2, false)).isEqualTo(27);
  }

  @Test
  void refuses_negative_counts() {
    assertThatThrownBy(() -> ChatTokens.prompt(-1, 1, true))
        .hasMessage("content must not be negative: -1");
    assertThatThrownBy(() -> ChatTokens.completion(-2, 1))
        .hasMessage("reasoning must not be negative: -2");
  }
}
