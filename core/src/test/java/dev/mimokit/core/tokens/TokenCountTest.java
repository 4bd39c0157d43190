package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenCountTest {

  @Test
  void covers_exact_counts_up_to_its_error_and_no_further() {
    TokenCount count = new TokenCount(110, 0.1);

    assertThat(count.covers(100)).isTrue();
    assertThat(count.covers(99)).isFalse();
    assertThat(count.covers(122)).isTrue();
    assertThat(count.covers(123)).isFalse();
  }

  @Test
  void an_exact_count_covers_itself_only() {
    assertThat(TokenCount.exact(7).covers(7)).isTrue();
    assertThat(TokenCount.exact(7).covers(8)).isFalse();
    assertThat(TokenCount.exact(0).covers(0)).isTrue();
  }

  @Test
  void refuses_what_is_no_count() {
    assertThatThrownBy(() -> new TokenCount(-1, 0)).hasMessage("tokens must not be negative: -1");
    assertThatThrownBy(() -> new TokenCount(1, Double.NaN))
        .hasMessage("relativeErrorP95 must not be negative: NaN");
  }
}
