package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.tokens.VideoSampling.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The totals of the minute in full HD are those the page's own helper gives. */
class VideoTokensTest {

  private static final VideoClip MINUTE = clip(60);

  @Test
  void counts_a_minute_of_full_hd_as_documented() {
    VideoTokens tokens = VideoTokens.of(MINUTE, VideoSampling.PRESET);

    assertThat(tokens.total()).isEqualTo(17_240);
    assertThat(tokens).isEqualTo(new VideoTokens(16_862, 378));
  }

  @Test
  void counts_a_muted_minute_without_its_sound() {
    VideoClip muted = new VideoClip(60, 1920, 1080, false);

    assertThat(VideoTokens.of(muted, VideoSampling.PRESET)).isEqualTo(new VideoTokens(16_862, 0));
  }

  @Test
  void gives_a_timestamp_five_tokens_above_two_frames_a_second() {
    assertThat(total(MINUTE, 5, Resolution.DEFAULT)).isEqualTo(42_830);
  }

  @Test
  void looks_at_whole_frames_at_the_largest_resolution() {
    assertThat(total(MINUTE, 2, Resolution.MAX)).isEqualTo(123_080);
  }

  @Test
  void shares_what_all_grids_may_have_when_the_video_is_long() {
    VideoTokens tokens = VideoTokens.of(clip(600), new VideoSampling(2, Resolution.MAX));

    // 600 grids of at most 131072 / 600 = 218 squares: 19 x 11 = 209
    assertThat(tokens.video()).isEqualTo(600 * (209 + 3 + 2) + 2);
  }

  @Test
  void looks_at_2048_frames_and_no_more() {
    VideoTokens tokens = VideoTokens.of(clip(86_400), VideoSampling.PRESET);

    // 1024 grids of at most 128 squares: 15 x 8 = 120
    assertThat(tokens.video()).isEqualTo(1024 * (120 + 3 + 2) + 2);
  }

  @Test
  void looks_at_an_even_number_of_frames_and_at_two_at_least() {
    assertThat(VideoTokens.of(clip(1.01), VideoSampling.PRESET).video())
        .isEqualTo(2 * (276 + 3 + 2) + 2);
    assertThat(VideoTokens.of(clip(0), VideoSampling.PRESET).video())
        .isEqualTo(1 * (276 + 3 + 2) + 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.09, 10.01, -1, Double.NaN})
  void refuses_a_rate_outside_the_documented_range(double fps) {
    assertThatThrownBy(() -> new VideoSampling(fps, Resolution.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fps must be between 0.1 and 10: " + fps);
  }

  @Test
  void refuses_a_clip_that_ends_before_it_begins() {
    assertThatThrownBy(() -> clip(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seconds must not be negative: -1.0");
  }

  private static long total(VideoClip clip, double fps, Resolution resolution) {
    return VideoTokens.of(clip, new VideoSampling(fps, resolution)).total();
  }

  private static VideoClip clip(double seconds) {
    return new VideoClip(seconds, 1920, 1080, true);
  }
}
