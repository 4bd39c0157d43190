package dev.mimokit.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void rests_on_assumption_when_either_the_text_or_its_reading_does() {
    assertThat(new Figure(100, "100", Provenance.DOCUMENTED, "page").restsOnAssumption()).isFalse();
    assertThat(new Figure(100, "100", Provenance.ASSUMED, "here").restsOnAssumption()).isTrue();
    assertThat(
            new Figure(1024, "1K", Provenance.DOCUMENTED, Provenance.ASSUMED, "page")
                .restsOnAssumption())
        .isTrue();
  }

  @Test
  void refuses_a_figure_that_is_no_limit_or_has_no_source() {
    assertThatThrownBy(() -> new Figure(0, "0", Provenance.DOCUMENTED, "page"))
        .hasMessage("a figure must be at least 1: 0");
    assertThatThrownBy(() -> new Figure(7, "7", Provenance.DOCUMENTED, " "))
        .hasMessage("a figure must name its source: 7");
  }
}
