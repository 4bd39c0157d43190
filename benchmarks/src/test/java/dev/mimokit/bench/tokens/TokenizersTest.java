package dev.mimokit.bench.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.bench.corpus.Run;
import dev.mimokit.bench.ratio.Question;
import dev.mimokit.bench.ratio.UnavailableException;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizersTest {

  private static final int CHARS = 5_000;

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Corpus.Kind kind : Corpus.Kind.values()) {
      texts.add(Corpus.text(kind, CHARS, 3));
    }
    for (Run run : Run.values()) {
      texts.add(run.text(CHARS));
    }
    return texts;
  }

  @Test
  void jtokkit_counts_the_same_tokens_so_that_the_race_is_fair() {
    TokenCounter jtokkit = Tokenizers.jtokkit();

    assertThat(texts()).allSatisfy(text -> assertSame(jtokkit, text));
  }

  @Test
  void djl_counts_the_same_tokens_where_it_runs() {
    TokenCounter djl = djl();

    assertThat(texts()).allSatisfy(text -> assertSame(djl, text));
  }

  private static TokenCounter djl() {
    try {
      return DjlTokenizer.load();
    } catch (UnavailableException e) {
      assumeTrue(false, e.getMessage());
      return text -> 0;
    }
  }

  private static void assertSame(TokenCounter other, String text) {
    assertThat(other.count(text)).isEqualTo(ExactCounter.builtIn().count(text));
  }

  @Test
  void a_run_is_as_long_as_asked_in_bytes_at_most_a_unit_less() {
    assertThat(Run.LETTER.text(7)).isEqualTo("aaaaaaa");
    assertThat(Run.HAN.text(7)).isEqualTo("\u4E2D\u4E2D");
  }

  @Test
  void every_question_has_a_name_of_its_own() {
    assertThat(TokenQuestions.all())
        .extracting(Question::label)
        .extracting(label -> label.name())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("tokens/"));
  }
}
