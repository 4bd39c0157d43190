package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.JsonBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the seed revision's table of text models, one by one. */
class TextModelsTest {

  private final Lab lab = new Lab();

  @ParameterizedTest
  @CsvSource({
    "mimo-v2.5-pro, 131072",
    "mimo-v2-pro, 131072",
    "mimo-v2.5, 131072",
    "mimo-v2-omni, 131072",
    "mimo-v2-flash, 65536"
  })
  void takes_up_to_the_maximum_output(String model, long max) {
    String body = Lab.body(model, "hello");

    assertThat(lab.chat("sk-demo", Lab.with("\"max_completion_tokens\":" + max, body)).status())
        .isEqualTo(200);
    for (String name : new String[] {"max_completion_tokens", "max_tokens"}) {
      FakeExchange refused = lab.chat("sk-demo", Lab.with("\"" + name + "\":" + (max + 1), body));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text())
          .contains(
              "\"param\":\"max_completion_tokens is too large: "
                  + (max + 1)
                  + ". This model supports at most "
                  + max
                  + " completion tokens, whereas you provided "
                  + (max + 1)
                  + ".\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mimo-v2.5-pro, true",
    "mimo-v2-pro, true",
    "mimo-v2.5, true",
    "mimo-v2-omni, true",
    "mimo-v2-flash, false"
  })
  void thinks_by_default_or_when_told(String model, boolean byDefault) {
    String body = Lab.body(model, "hello");

    assertThat(thinks(body)).isEqualTo(byDefault);
    assertThat(thinks(Lab.with("\"thinking\":{\"type\":\"enabled\"}", body))).isTrue();
    assertThat(thinks(Lab.with("\"thinking\":{\"type\":\"disabled\"}", body))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "mimo-v2.5-pro, 1048576, 131072",
    "mimo-v2-pro, 1048576, 131072",
    "mimo-v2.5, 1048576, 131072",
    "mimo-v2-omni, 262144, 131072",
    "mimo-v2-flash, 262144, 65536"
  })
  void keeps_prompt_and_answer_within_the_context(String model, long context, long max) {
    int words = (int) (context - max - 100);
    String fits = Lab.body(model, "0".repeat(words));
    String tooLong = Lab.body(model, "0".repeat(words + 200));
    String asked = "\"max_tokens\":" + max;

    assertThat(lab.chat("sk-demo", Lab.with(asked, fits)).status()).isEqualTo(200);
    FakeExchange refused = lab.chat("sk-other", Lab.with(asked, tooLong));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("This model's maximum context length is " + context + " tokens");
    assertThat(lab.chat("sk-third", tooLong).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0, 200", "1.5, 200", "-0.01, 400", "1.51, 400"})
  void checks_the_temperature_while_thinking_forces_it(String temperature, int status) {
    String body = Lab.with("\"temperature\":" + temperature, Lab.body("mimo-v2.5-pro", "hello"));

    assertThat(lab.chat("sk-demo", body).status()).isEqualTo(status);
  }

  private boolean thinks(String body) {
    FakeExchange exchange = lab.chat("sk-demo", body);
    JsonNode answer = JsonBody.read(exchange.text().getBytes(StandardCharsets.UTF_8));
    boolean reasoned =
        answer.path("choices").path(0).path("message").path("reasoning_content").isTextual();
    int tokens =
        answer.path("usage").path("completion_tokens_details").path("reasoning_tokens").asInt();
    assertThat(tokens > 0).isEqualTo(reasoned);
    assertThat(answer.path("usage").path("prompt_tokens").asInt())
        .isEqualTo(reasoned ? 1 + 4 + 3 : 1 + 4 + 3 + 2);
    return reasoned;
  }
}
