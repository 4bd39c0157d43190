package dev.mimokit.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusTest {

  @ParameterizedTest
  @EnumSource
  void draws_the_same_text_from_the_same_seed_and_another_from_another(Corpus.Kind kind) {
    String text = Corpus.text(kind, 1_000, 7);

    assertThat(text).hasSize(1_000).isEqualTo(Corpus.text(kind, 1_000, 7));
    assertThat(text).isNotEqualTo(Corpus.text(kind, 1_000, 8));
  }
}
