package dev.mimokit.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionGuideTest {

  private static final Catalog MAY = Catalog.load("2026-05-22");

  @Test
  void repeats_the_guide_of_the_page() {
    assertThat(MAY.guide())
        .extracting(row -> row.requirement() + " -> " + String.join(" or ", row.models()))
        .containsExactly(
            "Complex reasoning, in-depth analysis, long document processing -> mimo-v2.5-pro",
            "Understanding of image, audio, and video content -> mimo-v2.5 or mimo-v2-omni",
            "High concurrency, low cost, and fast response -> mimo-v2-flash",
            "Text-to-Speech (Standard Preset Voice) -> mimo-v2.5-tts",
            "Voice Cloning (Upload Audio Sample) -> mimo-v2.5-tts-voiceclone",
            "Customized Tone Design -> mimo-v2.5-tts-voicedesign");
  }

  @Test
  void says_where_the_page_prints_a_slip() {
    assertThat(MAY.guide().get(2).note()).hasValueSatisfying(n -> assertThat(n).contains("out-of"));
    assertThat(MAY.guide()).filteredOn(row -> row.note().isPresent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH Concurrency, mimo-v2-flash",
    "a fast answer at low cost, mimo-v2-flash",
    "understand an image, mimo-v2.5",
    "reason about long documents, mimo-v2.5-pro",
    "clone my voice, mimo-v2.5-tts-voiceclone",
    "standard voice, mimo-v2.5-tts",
    "tone designed for us, mimo-v2.5-tts-voicedesign",
  })
  void recommends_the_row_that_shares_most_words(String requirement, String model) {
    assertThat(MAY.recommend(requirement).get(0).models().get(0)).isEqualTo(model);
  }

  @Test
  void recommends_nothing_when_no_word_is_shared() {
    assertThat(MAY.recommend("embeddings")).isEmpty();
    assertThat(MAY.recommend("and the of")).isEmpty();
    assertThat(MAY.recommend("")).isEmpty();
  }

  @Test
  void keeps_page_order_among_rows_that_share_equally() {
    assertThat(MAY.recommend("voice"))
        .extracting(row -> row.models().get(0))
        .containsExactly("mimo-v2.5-tts", "mimo-v2.5-tts-voiceclone");
  }
}
