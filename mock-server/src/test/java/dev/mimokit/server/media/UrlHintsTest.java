package dev.mimokit.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlHintsTest {

  @ParameterizedTest
  @CsvSource({
    "https://a/cat-640x480.png,              640,  480",
    "https://a/640x480/cat.png,              640,  480",
    "https://a/cat.png?w=640&h=480,          640,  480",
    "https://a/cat.png?height=480&width=640, 640,  480",
    "https://a/1x1.png?w=640&h=480#top,      640,  480",
  })
  void finds_both_sides(String url, long width, long height) {
    UrlHints hints = UrlHints.of(url);

    assertThat(hints.hasArea()).isTrue();
    assertThat(hints.width()).isEqualTo(OptionalLong.of(width));
    assertThat(hints.height()).isEqualTo(OptionalLong.of(height));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a/cat.png",
        "https://a/cat.png?w=640",
        "https://a/cat.png?w=0&h=480",
        "https://a/cat.png?w=-640&h=480",
        "https://a/cat.png?w=12345678901&h=480",
        "https://a/0x480.png",
        "https://a/box12x34y.png",
      })
  void finds_no_sides_where_one_is_missing_or_no_size(String url) {
    assertThat(UrlHints.of(url).hasArea()).isFalse();
  }

  @Test
  void finds_a_length_in_seconds() {
    assertThat(UrlHints.of("https://a/b.mp3?duration=12.5").seconds()).hasValue(12.5);
    assertThat(UrlHints.of("https://a/b.mp3?x=1&seconds=90").seconds()).hasValue(90);
    assertThat(UrlHints.of("https://a/b.mp3?seconds=0").seconds()).isEmpty();
    assertThat(UrlHints.of("https://a/b.mp3?seconds=-4").seconds()).isEmpty();
    assertThat(UrlHints.of("https://a/b.mp3?seconds=1e9").seconds()).isEmpty();
  }
}
