package dev.mimokit.core.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseSizerTest {

  private static final ExactCounter EXACT = ExactCounter.builtIn();

  @ParameterizedTest
  @ValueSource(strings = {"tell me a story", "讲一个故事"})
  void writes_exactly_as_many_tokens_as_asked(String prompt) {
    ResponseSizer sizer = new ResponseSizer(new ReplySource(42), EXACT);
    for (int tokens = 0; tokens < 500; tokens++) {
      String text = sizer.text(prompt, tokens);

      assertThat(EXACT.count(text)).isEqualTo(tokens);
      assertThat(text).doesNotContainPattern("[0-9]");
    }
    assertThat(EXACT.count(sizer.text(prompt, 100_000))).isEqualTo(100_000);
  }

  @Test
  void writes_exactly_as_many_where_a_word_is_more_than_one_token() {
    TokenCounter characters = CharSequence::length;
    ResponseSizer sizer = new ResponseSizer(new ReplySource(42), characters);
    for (int tokens = 0; tokens < 300; tokens++) {
      assertThat(sizer.text("tell me a story", tokens)).hasSize(tokens);
    }
  }

  @Test
  void answers_in_the_language_of_the_prompt() {
    ResponseSizer sizer = new ResponseSizer(new ReplySource(1), EXACT);
    String english = sizer.text("tell me a story", 20);

    assertThat(sizer.text("讲一个故事", 20)).endsWith("。");
    assertThat(english).endsWith(".").isEqualTo(sizer.text("tell me a story", 20));
  }
}
