package dev.mimokit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The table of constants against a library. */
class StudentTTest {

  @Test
  void agrees_with_a_library_for_every_number_of_replications() {
    for (int degrees = 1; degrees <= 10_000; degrees += degrees < 400 ? 1 : 97) {
      double known = TDistribution.of(degrees).inverseCumulativeProbability(0.975);
      assertThat(StudentT.quantile975(degrees))
          .as("%d degrees of freedom", degrees)
          .isCloseTo(known, within(2e-6));
    }
  }

  @Test
  void there_is_none_without_degrees_of_freedom() {
    assertThatThrownBy(() -> StudentT.quantile975(0))
        .hasMessage("degrees of freedom must be at least 1: 0");
  }
}
