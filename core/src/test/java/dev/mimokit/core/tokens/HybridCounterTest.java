package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HybridCounterTest {

  private static final int LONG = 256 * 1024;

  private static final ExactCounter EXACT = ExactCounter.builtIn();
  private static final TokenEstimator ESTIMATOR = new TokenEstimator();
  private static final HybridCounter HYBRID = new HybridCounter(EXACT, ESTIMATOR);

  @Test
  void is_exact_up_to_its_bound() {
    String text = document(1).substring(0, HybridCounter.DEFAULT_BOUND);

    assertThat(HYBRID.count(text)).isEqualTo(EXACT.count(text));
    assertThat(HYBRID.count("")).isZero();
  }

  @Test
  void keeps_long_mixtures_within_three_percent() {
    List<Double> errors = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      String text = document(seed);
      errors.add(Math.abs((double) HYBRID.count(text) / EXACT.count(text) - 1));
    }

    assertThat(errors.stream().sorted().toList().get(18)).isLessThan(0.03);
    assertThat(errors).allMatch(error -> error < 0.06);
  }

  @Test
  void corrects_what_the_estimator_is_wrong_about() {
    String text = "responsibility ".repeat(LONG / 10);
    long exact = EXACT.count(text);

    assertThat(Math.abs((double) ESTIMATOR.tokens(text) / exact - 1)).isGreaterThan(0.1);
    assertThat((double) HYBRID.count(text) / exact).isBetween(0.97, 1.03);
  }

  @Test
  void counts_the_same_text_the_same_every_time() {
    String text = document(2);

    assertThat(HYBRID.count(text)).isEqualTo(new HybridCounter(EXACT, ESTIMATOR).count(text));
  }

  @Test
  void a_higher_bound_makes_more_exact() {
    String text = document(3);

    assertThat(new HybridCounter(EXACT, ESTIMATOR, text.length()).count(text))
        .isEqualTo(EXACT.count(text));
    assertThatThrownBy(() -> new HybridCounter(EXACT, ESTIMATOR, 1024))
        .hasMessage("bound must be at least 65536: 1024");
  }

  /** A quarter of a megabyte of a few of the counted texts, in stretches of one after another. */
  private static String document(long seed) {
    List<CountedText> texts = CountedText.all();
    Random random = new Random(seed);
    StringBuilder document = new StringBuilder();
    while (document.length() < LONG) {
      String text = texts.get(random.nextInt(texts.size())).text() + "\n";
      document.append(text.repeat(1 + random.nextInt(1 + 4000 / text.length())));
    }
    return document.toString();
  }
}
