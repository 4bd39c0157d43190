package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFormTest {

  private static final String FORM = "\"response_format\":{\"type\":\"json_object\"}";
  private static final String ASKED = "Answer in JSON with the keys name and age.";

  private final Lab lab = new Lab(ServerOptions.defaults().seeded(7));

  @Test
  void answers_with_one_object_that_has_what_the_prompt_asks_for() {
    JsonNode answer = json(lab.chat("sk-demo", Lab.with(FORM, Lab.body(PRO, ASKED))).text());

    JsonNode message = answer.path("choices").path(0).path("message");
    JsonNode object = json(message.path("content").asText());
    assertThat(object.isObject()).isTrue();
    assertThat(object.fieldNames()).toIterable().containsExactlyInAnyOrder("name", "age");
    assertThat(message.path("reasoning_content").asText()).isNotEmpty();
    assertThat(answer.path("choices").path(0).path("finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void takes_the_keys_from_the_system_text_too() {
    String body =
        "{\"model\":\""
            + FLASH
            + "\","
            + FORM
            + ",\"messages\":[{\"role\":\"system\",\"content\":\""
            + ASKED
            + "\"},{\"role\":\"user\",\"content\":\"Go.\"}]}";

    JsonNode answer = json(lab.chat("sk-demo", body).text());

    String content = answer.path("choices").path(0).path("message").path("content").asText();
    assertThat(json(content).has("age")).isTrue();
  }

  @Test
  void streams_the_same_object_in_pieces() {
    String body = Lab.with(FORM, Lab.body(FLASH, ASKED));
    JsonNode whole = json(lab.chat("sk-demo", body).text());

    List<String> events = lab.chat("sk-demo", Lab.streamed(body)).play().events();

    StringBuilder content = new StringBuilder();
    for (String event : events) {
      JsonNode choice = json(event.substring("data: ".length())).path("choices").path(0);
      JsonNode piece = choice.path("delta").path("content");
      content.append(piece.isTextual() ? piece.textValue() : "");
    }
    assertThat(content.toString())
        .isEqualTo(whole.path("choices").path(0).path("message").path("content").asText());
    assertThat(events).hasSizeGreaterThan(8);
  }

  @Test
  void cuts_the_object_at_the_maximum() {
    String body = Lab.with("\"max_tokens\":3," + FORM, Lab.body(FLASH, ASKED));

    JsonNode answer = json(lab.chat("sk-demo", body).text());

    assertThat(answer.path("choices").path(0).path("finish_reason").asText()).isEqualTo("length");
    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(3);
    assertThat(answer.path("choices").path(0).path("message").path("content").asText())
        .startsWith("{")
        .doesNotContain("}");
  }

  @Test
  void takes_text_for_what_it_does_without_a_form() {
    String body = Lab.body(FLASH, "hello");

    assertThat(
            new Lab()
                .chat("sk-demo", Lab.with("\"response_format\":{\"type\":\"text\"}", body))
                .text())
        .isEqualTo(new Lab().chat("sk-demo", body).text());
  }

  private static JsonNode json(String text) {
    return JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
