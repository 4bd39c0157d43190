package dev.mimokit.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.server.call.FinishReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveReaderTest {

  @Test
  void reads_all_that_can_be_asked_for() {
    assertThat(
            DirectiveReader.read(
                "Hi. [[mimokit: tokens=50 reasoning=20 cached=7 ttft=100ms itl=2s finish=length"
                    + " error=content_filter]] Bye."))
        .isEqualTo(
            new Directives(
                OptionalInt.of(50),
                OptionalInt.of(20),
                OptionalInt.of(7),
                Optional.of(Duration.ofMillis(100)),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(FinishReason.LENGTH),
                Optional.of("content_filter")));
  }

  @Test
  void joins_several_directives() {
    Directed directed = DirectiveReader.read("[[mimokit: tokens=1]] and [[mimokit:reasoning=0 ]]");

    assertThat(directed)
        .isInstanceOfSatisfying(
            Directives.class,
            found -> {
              assertThat(found.tokens()).hasValue(1);
              assertThat(found.reasoning()).hasValue(0);
              assertThat(found.ttft()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "tokens=50", "[[tokens=50]]", "[mimokit: tokens=50]", "[[mimokit: tokens=50"})
  void takes_anything_else_as_text(String prompt) {
    assertThat(DirectiveReader.read(prompt)).isEqualTo(Directives.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[mimokit: tokns=5]]|unknown name 'tokns', expected one of tokens, reasoning, cached, ttft,",
        "[[mimokit: tokens]]|expected name=value: 'tokens'",
        "[[mimokit:]]|expected name=value: ''",
        "[[mimokit: =5]]|expected name=value: '=5'",
        "[[mimokit: tokens=0]]|tokens must be 1..131072: '0'",
        "[[mimokit: tokens=131073]]|tokens must be 1..131072: '131073'",
        "[[mimokit: tokens=99999999999]]|tokens must be 1..131072: '99999999999'",
        "[[mimokit: reasoning=-1]]|reasoning must be 0..131072: '-1'",
        "[[mimokit: ttft=100]]|ttft must be a number and ms or s, at most one hour: '100'",
        "[[mimokit: itl=3601s]]|itl must be a number and ms or s, at most one hour: '3601s'",
        "[[mimokit: finish=done]]|finish must be one of stop, length, tool_calls, content_filter,",
        "[[mimokit: error=200]]|error must be 400..599 or the name of an error: '200'",
        "[[mimokit: tokens=1 tokens=2]]|tokens stands there twice",
        "[[mimokit: tokens=1]] [[mimokit: tokens=1]]|tokens stands there twice",
      })
  void refuses_what_it_does_not_understand(String prompt, String mistake) {
    assertThat(DirectiveReader.read(prompt))
        .isInstanceOfSatisfying(
            Directed.Refused.class,
            refused ->
                assertThat(refused.mistake())
                    .startsWith("mimokit directive: ")
                    .contains(mistake)
                    .hasLineCount(1));
  }
}
