package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.JsonBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user wants answers to say is what they say. */
class ContentTest {

  private static final String CANNED =
      """
      content:
        answers:
          - contains: capital
            answer: Paris it is.
            reasoning: France, then.
          - contains: report
            answer: Done.
            toolCalls:
              - name: write
                arguments: '{"to":"disk"}'
          - contains: again
            answer: na na na na
            finish: repetition_truncation
      """;

  private Path dir = Path.of(".");

  @BeforeEach
  void keep_files_in(@TempDir Path temporary) {
    dir = temporary;
  }

  @Test
  void gives_a_canned_answer_with_its_reasoning() throws IOException {
    JsonNode answer = ask(lab(CANNED), Lab.body(PRO, "The capital?"));

    assertThat(message(answer).path("content").asText()).isEqualTo("Paris it is.");
    assertThat(message(answer).path("reasoning_content").asText()).isEqualTo("France, then.");
    assertThat(finish(answer)).isEqualTo("stop");
    assertThat(message(ask(lab(CANNED), Lab.body(FLASH, "The capital?"))).has("reasoning_content"))
        .isFalse();
  }

  @Test
  void ends_a_canned_answer_as_it_says() throws IOException {
    assertThat(finish(ask(lab(CANNED), Lab.body(PRO, "Sing again"))))
        .isEqualTo("repetition_truncation");
  }

  @Test
  void cuts_a_canned_answer_like_any_other() throws IOException {
    String body = Lab.with("\"max_tokens\":2", Lab.body(FLASH, "Sing again"));

    JsonNode answer = ask(lab(CANNED), body);

    assertThat("na na na na").startsWith(message(answer).path("content").asText());
    assertThat(finish(answer)).isEqualTo("length");
    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(2);
  }

  @Test
  void calls_canned_tools_until_their_result_is_there() throws IOException {
    Lab lab = lab(CANNED);
    JsonNode calls = ask(lab, Lab.body(FLASH, "Write the report"));
    String result =
        """
        {"model":"mimo-v2-flash","messages":[{"role":"user","content":"Write the report"},\
        {"role":"assistant","tool_calls":[{"id":"call_1","type":"function","function":\
        {"name":"write","arguments":"{}"}}]},\
        {"role":"tool","tool_call_id":"call_1","content":"ok"}]}""";

    JsonNode text = ask(lab, result);

    JsonNode call = message(calls).path("tool_calls").path(0).path("function");
    assertThat(call.path("name").asText()).isEqualTo("write");
    assertThat(call.path("arguments").asText()).isEqualTo("{\"to\":\"disk\"}");
    assertThat(finish(calls)).isEqualTo("tool_calls");
    assertThat(message(text).path("content").asText()).isEqualTo("Done.");
    assertThat(finish(text)).isEqualTo("stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "content_filter", "repetition_truncation", "tool_calls"})
  void ends_as_the_prompt_directs(String finish) throws IOException {
    String prompt = "[[mimokit: tokens=12 reasoning=5 finish=" + finish + "]]";

    JsonNode answer = ask(lab(""), Lab.body(PRO, prompt));

    assertThat(finish(answer)).isEqualTo(finish);
    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(5 + 2 + 12 + 1);
    assertThat(answer.path("usage").path("completion_tokens_details").toString())
        .isEqualTo("{\"reasoning_tokens\":5}");
  }

  @Test
  void breaks_off_where_a_listed_word_is_said() throws IOException {
    Lab lab = lab("content: {moderation: {repetition: [echo]}}");

    assertThat(finish(ask(lab, Lab.body(FLASH, "Echo!")))).isEqualTo("repetition_truncation");
    assertThat(finish(ask(lab, Lab.body(FLASH, "Hello!")))).isEqualTo("stop");
  }

  @Test
  void draws_lengths_by_the_law_that_is_chosen() throws IOException {
    Lab lab = lab("content: {length: {median: 7, sigma: 0}}");

    JsonNode answer = ask(lab, Lab.body(FLASH, "hello"));

    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(7 + 1);
  }

  @Test
  void charges_tokens_that_nobody_sent() throws IOException {
    JsonNode answer = ask(lab("wire: {implicitSystemTokens: 244}"), Lab.body(PRO, "hello"));

    assertThat(answer.path("usage").path("prompt_tokens").asInt()).isEqualTo(244 + 1 + 4 + 3);
  }

  private Lab lab(String yaml) throws IOException {
    Path file = Files.writeString(dir.resolve("mimokit.yaml"), yaml.isEmpty() ? "{}" : yaml);
    return new Lab(ServerOptions.defaults().seeded(7).configuredBy(file));
  }

  private static JsonNode ask(Lab lab, String body) {
    FakeExchange exchange = lab.chat("sk-demo", body);
    assertThat(exchange.status()).as(exchange.text()).isEqualTo(200);
    return JsonBody.read(exchange.text().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode message(JsonNode answer) {
    return answer.path("choices").path(0).path("message");
  }

  private static String finish(JsonNode answer) {
    return answer.path("choices").path(0).path("finish_reason").asText();
  }
}
