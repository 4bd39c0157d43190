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

  @Test
  void reads_k_and_m_as_told_where_their_reading_is_assumed() {
    Figure million = printed("1M", 1_048_576, Provenance.ASSUMED);

    assertThat(million.readIn(1000).value()).isEqualTo(1_000_000);
    assertThat(million.readIn(1024)).isEqualTo(million);
    assertThat(printed("256K", 262_144, Provenance.ASSUMED).readIn(1000).value())
        .isEqualTo(256_000);
    assertThat(printed("128K", 131_072, Provenance.OBSERVED).readIn(1000).value())
        .isEqualTo(131_072);
    assertThat(printed("8192", 8192, Provenance.ASSUMED).readIn(1000).value()).isEqualTo(8192);
  }

  @Test
  void a_catalogue_reads_its_contexts_in_either_way() {
    Catalog usual = Catalog.load(Catalog.DEFAULT_REVISION);

    Catalog decimal = usual.withContextsIn(1000);

    assertThat(context(decimal, "mimo-v2.5-pro")).isEqualTo(1_000_000);
    assertThat(context(decimal, "mimo-v2-flash")).isEqualTo(256_000);
    assertThat(context(decimal, "mimo-v2.5-tts")).isEqualTo(8_000);
    assertThat(context(usual.withContextsIn(1024), "mimo-v2.5-pro")).isEqualTo(1_048_576);
    assertThat(decimal.find("mimo-v2.5-pro").orElseThrow().limits().maxOutput().value())
        .isEqualTo(131_072);
    assertThat(decimal.guide()).isEqualTo(usual.guide());
  }

  private static long context(Catalog catalog, String model) {
    return catalog.find(model).orElseThrow().limits().context().value();
  }

  private static Figure printed(String text, long value, Provenance expansion) {
    return new Figure(value, text, Provenance.DOCUMENTED, expansion, "page");
  }
}
