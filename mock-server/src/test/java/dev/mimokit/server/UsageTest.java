package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Usage adds up at every length an answer can be cut to. */
class UsageTest {

  private static final String TOOL =
      "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":"
          + "\"object\",\"properties\":{\"a\":{\"const\":\"some words to be said\"}},\"required\":"
          + "[\"a\"]}}}]";
  private static final String FORM = "\"response_format\":{\"type\":\"json_object\"}";

  private final Lab lab = new Lab(ServerOptions.defaults().unlimited());

  static Stream<String> bodies() {
    return Stream.of(PRO, FLASH)
        .map(model -> Lab.body(model, "hello"))
        .flatMap(body -> Stream.of(body, Lab.with(TOOL, body), Lab.with(FORM, body)));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void adds_up_whole_and_cut(String body) {
    Reply whole = ask(body);

    for (long max = 1; max < whole.completion() + 3; max++) {
      Reply cut = ask(Lab.with("\"max_completion_tokens\":" + max, body));
      assertThat(cut.completion()).isEqualTo(Math.min(max, whole.completion()));
      assertThat(cut.finish()).isEqualTo(max < whole.completion() ? "length" : whole.finish());
      assertThat(cut.reasoning()).isLessThanOrEqualTo(Math.min(whole.reasoning(), max));
      assertThat(whole.said()).startsWith(cut.said());
      assertThat(whole.thought()).startsWith(cut.thought());
    }
  }

  private Reply ask(String body) {
    JsonNode plain = json(lab.chat("sk-demo", body).text());
    JsonNode usage = plain.path("usage");
    assertThat(usage.path("total_tokens").asLong())
        .isEqualTo(usage.path("prompt_tokens").asLong() + usage.path("completion_tokens").asLong());
    Reply reply = Reply.of(plain);
    assertThat(streamed(Lab.streamed(body))).isEqualTo(reply);
    return reply;
  }

  /** The chunks of a stream put together. */
  private Reply streamed(String body) {
    StringBuilder said = new StringBuilder();
    StringBuilder thought = new StringBuilder();
    String finish = "";
    JsonNode usage = json("{}");
    List<String> events = lab.chat("sk-demo", body).play().events();
    for (String event : events.subList(0, events.size() - 1)) {
      JsonNode chunk = json(event.substring("data: ".length()));
      JsonNode delta = chunk.path("choices").path(0).path("delta");
      said.append(delta.path("content").asText("").replace("null", ""));
      said.append(delta.path("tool_calls").path(0).path("function").path("arguments").asText(""));
      thought.append(delta.path("reasoning_content").asText("").replace("null", ""));
      finish = chunk.path("choices").path(0).path("finish_reason").asText(finish);
      usage = chunk.path("usage");
    }
    return new Reply(
        finish,
        said.toString(),
        thought.toString(),
        usage.path("completion_tokens").asLong(),
        usage.path("completion_tokens_details").path("reasoning_tokens").asLong());
  }

  private static JsonNode json(String text) {
    return JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What one answer came to; arguments of a tool count as said. */
  private record Reply(
      String finish, String said, String thought, long completion, long reasoning) {

    static Reply of(JsonNode answer) {
      JsonNode message = answer.path("choices").path(0).path("message");
      JsonNode usage = answer.path("usage");
      return new Reply(
          answer.path("choices").path(0).path("finish_reason").asText(),
          message.path("content").asText()
              + message.path("tool_calls").path(0).path("function").path("arguments").asText(""),
          message.path("reasoning_content").asText(""),
          usage.path("completion_tokens").asLong(),
          usage.path("completion_tokens_details").path("reasoning_tokens").asLong());
    }
  }
}
