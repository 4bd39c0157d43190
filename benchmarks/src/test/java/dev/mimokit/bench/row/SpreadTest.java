package dev.mimokit.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void is_the_median_between_lowest_and_highest() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0)))
        .isEqualTo(new Spread(2, 1, 9, List.of(9.0, 1.0, 2.0)));
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0, 4.0)))
        .isEqualTo(new Spread(3, 1, 9, List.of(9.0, 1.0, 2.0, 4.0)));
    assertThat(Spread.of(List.of(5.0))).isEqualTo(Spread.of(5));
  }

  @Test
  void refuses_no_repeats() {
    assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("at least one repeat");
  }

  @Test
  void a_ratio_is_as_wide_as_both_sides_allow() {
    assertThat(new Spread(4, 2, 8).over(new Spread(2, 1, 4))).isEqualTo(new Spread(2, 0.5, 8));
  }

  @Test
  void targets_include_their_bounds() {
    assertThat(Target.atMost(7).metBy(7)).isTrue();
    assertThat(Target.atMost(7).metBy(7.001)).isFalse();
    assertThat(Target.atLeast(0.6).metBy(0.6)).isTrue();
    assertThat(Target.atLeast(0.6).metBy(0.599)).isFalse();
    assertThat(Target.near(20, 0.1).metBy(19.89)).isFalse();
    assertThat(Target.near(20, 0.1).metBy(20.09)).isTrue();
    assertThat(Target.exactly(500).metBy(499)).isFalse();
  }
}
