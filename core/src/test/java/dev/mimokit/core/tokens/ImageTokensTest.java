package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first two rows are the page's own examples; the others were worked out by hand. */
class ImageTokensTest {

  @ParameterizedTest
  @CsvSource({
    "1920,       1080, 2040",
    "1024,       1024, 1024",
    "1080,       1920, 2040",
    "  64,         64,    9",
    "   1,          1,    9",
    "  96,         96,    9",
    " 128,         64,    8",
    "  48,        256,   16",
    "  80,        256,   16",
    "4096,       2048, 8192",
    "8000,       4000, 8192",
    "100000,        1,  895",
    "   1, 1000000000, 8192",
  })
  void counts_squares_of_32_pixels_between_the_least_and_the_largest_area(
      long width, long height, long tokens) {
    assertThat(ImageTokens.of(width, height)).isEqualTo(tokens);
  }

  @Test
  void stays_within_the_documented_maximum_for_any_large_picture() {
    for (long side = 2900; side < 100_000; side += 97) {
      assertThat(ImageTokens.of(side, side * 9 / 16)).as("side %d", side).isBetween(4000L, 8192L);
    }
    assertThat(ImageTokens.of(Long.MAX_VALUE, Long.MAX_VALUE)).isBetween(8000L, 8192L);
  }

  @Test
  void refuses_a_picture_without_area() {
    assertThatThrownBy(() -> ImageTokens.of(0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width must be at least 1 pixel: 0");
    assertThatThrownBy(() -> ImageTokens.of(10, -3))
        .hasMessage("height must be at least 1 pixel: -3");
  }
}
