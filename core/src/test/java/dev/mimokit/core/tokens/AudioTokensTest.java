package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTokensTest {

  @Test
  void counts_the_published_sample_of_three_seconds() {
    assertThat(AudioTokens.of(3)).isEqualTo(19);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.01, 1",
    "0.16, 1",
    "0.16000000001, 1",
    "0.17, 2",
    "10, 63",
    "60, 375",
    "3600, 22500"
  })
  void counts_a_begun_token_whole(double seconds, long tokens) {
    assertThat(AudioTokens.of(seconds)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "3, 21", "60, 378"})
  void counts_the_sound_of_a_video_in_steps_and_adds_two_markers(double seconds, long tokens) {
    assertThat(AudioTokens.inVideo(seconds)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses_what_is_no_length(double seconds) {
    assertThatThrownBy(() -> AudioTokens.of(seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seconds must not be negative: " + seconds);
  }
}
