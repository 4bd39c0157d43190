package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenCountersTest {

  private static final String SHORT = "a few words";
  private static final String LONG = "a few words, ".repeat(8_000);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void ask_for_the_vocabulary_at_the_first_count() {
    TokenCounters counters = counters(TokenMode.EXACT);

    assertThat(asked).hasValue(0);
    counters.admission().count(SHORT);
    counters.usage().count(SHORT);
    assertThat(asked).hasValue(1);
  }

  @Test
  void never_ask_for_it_when_all_is_estimated() {
    TokenCounters counters = counters(TokenMode.ESTIMATE);

    counters.load();

    assertThat(counters.usage().count(LONG)).isEqualTo(counters.admission().count(LONG));
    assertThat(counters.differ(LONG)).isFalse();
    assertThat(asked).hasValue(0);
  }

  @Test
  void differ_only_where_admission_samples() {
    TokenCounters hybrid = counters(TokenMode.HYBRID);

    assertThat(hybrid.differ(SHORT)).isFalse();
    assertThat(hybrid.differ(LONG)).isTrue();
    assertThat(hybrid.usage().count(LONG)).isEqualTo(ExactCounter.builtIn().count(LONG));
    assertThat(counters(TokenMode.EXACT).differ(LONG)).isFalse();
  }

  private TokenCounters counters(TokenMode mode) {
    return TokenCounters.of(
        mode,
        () -> {
          asked.incrementAndGet();
          return ExactCounter.builtIn();
        });
  }
}
