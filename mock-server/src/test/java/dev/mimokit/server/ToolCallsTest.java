package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.server.wire.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {

  private static final String WEATHER =
      "{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"parameters\":{\"type\":"
          + "\"object\",\"properties\":{\"city\":{\"const\":\"Paris\"}},\"required\":[\"city\"]}}}";
  private static final String MAIL =
      "{\"type\":\"function\",\"function\":{\"name\":\"send-mail\",\"description\":\"Sends.\","
          + "\"strict\":\"ignored\",\"parameters\":{\"type\":\"object\",\"properties\":{\"to\":"
          + "{\"type\":\"string\"},\"copies\":{\"type\":\"integer\"}},\"required\":[\"to\",\"copies\"]}}}";
  private static final String TOOLS = "\"tools\":[" + WEATHER + "," + MAIL + "]";

  private final Lab lab = new Lab(ServerOptions.defaults().seeded(7));

  @Test
  void calls_the_first_tool_when_the_prompt_names_none() {
    String text = lab.chat("sk-demo", Lab.with(TOOLS, Lab.body(FLASH, "hello"))).text();

    assertThat(masked(text))
        .isEqualTo(
            "{\"id\":\"69d2f6c5e88910ecc6f44830ac0b7790\",\"choices\":[{\"finish_reason\":"
                + "\"tool_calls\",\"index\":0,\"message\":{\"content\":\"\",\"role\":\"assistant\","
                + "\"tool_calls\":[{\"id\":\"call_ID\",\"function\":{\"arguments\":"
                + "\"{\\\"city\\\":\\\"Paris\\\"}\",\"name\":\"get_weather\"},\"type\":\"function\"}]}}],"
                + "\"created\":1795465600,\"model\":\"mimo-v2-flash\",\"object\":\"chat.completion\","
                + "\"usage\":{}}");
  }

  @Test
  void streams_the_name_first_and_then_the_arguments_in_pieces() {
    String body = Lab.streamed(Lab.with(TOOLS, Lab.body(FLASH, "hello")));

    String text = lab.chat("sk-demo", body).play().text();

    assertThat(masked(text))
        .isEqualTo(
            """
            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":"","role":"assistant","tool_calls":null,\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":"call_ID","function":{"arguments":"","name":"get_weather"},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":null,"function":{"arguments":"{\\"c","name":null},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":null,"function":{"arguments":"ity","name":null},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":null,"function":{"arguments":"\\":\\"","name":null},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":null,"function":{"arguments":"Par","name":null},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":[\
            {"index":0,"id":null,"function":{"arguments":"is\\"}","name":null},"type":"function"}],\
            "reasoning_content":null},\
            "finish_reason":null,"index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk"}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[{"delta":{"content":null,"role":null,"tool_calls":null,\
            "reasoning_content":null},\
            "finish_reason":"tool_calls","index":0}],"created":1795465600,"model":"mimo-v2-flash",\
            "object":"chat.completion.chunk","usage":null}

            data: {"id":"69d2f6c5e88910ecc6f44830ac0b7790","choices":[],"created":1795465600,\
            "model":"mimo-v2-flash","object":"chat.completion.chunk","usage":{}}

            data: [DONE]

            """);
  }

  @Test
  void calls_the_tools_that_the_prompt_names_in_their_order() {
    JsonNode answer = chat(Lab.with(TOOLS, Lab.body(FLASH, "Send mail, then Get_Weather")));

    JsonNode calls = message(answer).path("tool_calls");
    assertThat(calls).hasSize(2);
    assertThat(calls.path(0).path("function").path("name").asText()).isEqualTo("send-mail");
    assertThat(calls.path(1).path("function").path("name").asText()).isEqualTo("get_weather");
    assertThat(calls.path(0).path("id").asText())
        .matches("call_[0-9a-f]{24}")
        .isNotEqualTo(calls.path(1).path("id").asText());
    JsonNode arguments = json(calls.path(0).path("function").path("arguments").asText());
    assertThat(arguments.path("to").isTextual()).isTrue();
    assertThat(arguments.path("copies").isIntegralNumber()).isTrue();
  }

  @Test
  void thinks_before_it_calls() {
    JsonNode answer = chat(Lab.with(TOOLS, Lab.body(PRO, "hello")));

    assertThat(message(answer).path("reasoning_content").asText()).isNotEmpty();
    assertThat(message(answer).path("tool_calls")).hasSize(1);
    assertThat(
            answer.path("usage").path("completion_tokens_details").path("reasoning_tokens").asInt())
        .isPositive();
  }

  @Test
  void answers_in_text_after_a_tool_result() {
    String first =
        """
        {"role":"user","content":"How is it?"},\
        {"role":"assistant","content":"","reasoning_content":"Look.","tool_calls":[\
        {"id":"call_1","type":"function","function":{"name":"get_weather",\
        "arguments":"{}"}}]},{"role":"tool","tool_call_id":"call_1","content":"sunny"}""";

    JsonNode answer =
        chat("{\"model\":\"" + PRO + "\"," + TOOLS + ",\"messages\":[" + first + "]}");
    JsonNode next =
        chat(
            "{\"model\":\""
                + PRO
                + "\","
                + TOOLS
                + ",\"messages\":["
                + first
                + ",{\"role\":\"assistant\",\"content\":\"Fine.\"},"
                + "{\"role\":\"user\",\"content\":\"And now?\"}]}");

    assertThat(message(answer).path("content").asText()).isNotEmpty();
    assertThat(message(answer).path("tool_calls").isNull()).isTrue();
    assertThat(answer.path("choices").path(0).path("finish_reason").asText()).isEqualTo("stop");
    assertThat(message(next).path("tool_calls")).hasSize(1);
  }

  @Test
  void cuts_within_the_arguments() {
    JsonNode whole = chat(Lab.with(TOOLS, Lab.body(FLASH, "hello")));
    int tokens = whole.path("usage").path("completion_tokens").asInt();

    JsonNode cut =
        chat(
            Lab.with(
                "\"max_completion_tokens\":" + (tokens - 3),
                Lab.with(TOOLS, Lab.body(FLASH, "hello"))));

    assertThat(cut.path("choices").path(0).path("finish_reason").asText()).isEqualTo("length");
    assertThat(cut.path("usage").path("completion_tokens").asInt()).isEqualTo(tokens - 3);
    String arguments =
        message(cut).path("tool_calls").path(0).path("function").path("arguments").asText();
    assertThat("{\"city\":\"Paris\"}").startsWith(arguments).isNotEqualTo(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"none\"",
        "\"required\"",
        "7",
        "{\"type\":\"function\",\"function\":{\"name\":\"send-mail\"}}",
        "null"
      })
  void drops_every_tool_choice(String choice) {
    String body = Lab.with(TOOLS, Lab.body(FLASH, "hello"));

    String chosen = new Lab().chat("sk-demo", Lab.with("\"tool_choice\":" + choice, body)).text();

    assertThat(chosen).isEqualTo(new Lab().chat("sk-demo", body).text()).contains("get_weather");
  }

  @Test
  void calls_in_parallel_whatever_the_request_says_of_it() {
    String body =
        Lab.with(
            "\"parallel_tool_calls\":false",
            Lab.with(TOOLS, Lab.body(FLASH, "get weather, send mail")));

    assertThat(message(chat(body)).path("tool_calls")).hasSize(2);
  }

  @Test
  void counts_the_definitions_of_tools_as_they_were_sent() {
    long plain = prompt(chat(Lab.body(FLASH, "hello")));
    long tooled = prompt(chat(Lab.with(TOOLS, Lab.body(FLASH, "hello"))));

    ExactCounter exact = ExactCounter.builtIn();
    assertThat(tooled - plain).isEqualTo(exact.count(WEATHER) + exact.count(MAIL));
  }

  @Test
  void takes_an_empty_list_for_no_tools() {
    JsonNode answer = chat(Lab.with("\"tools\":[]", Lab.body(FLASH, "hello")));

    assertThat(message(answer).path("tool_calls").isNull()).isTrue();
  }

  @Test
  void repeats_half_characters_of_the_prompt_without_breaking() {
    String body = Lab.with(TOOLS, Lab.body(FLASH, "send mail to \\\"\\ud83d\\\" \\ude00 \\u0000"));

    FakeExchange whole = lab.chat("sk-demo", body);
    FakeExchange stream = lab.chat("sk-demo", Lab.streamed(body)).play();

    assertThat(whole.status()).isEqualTo(200);
    JsonNode call = message(json(whole.text())).path("tool_calls").path(0);
    assertThat(json(call.path("function").path("arguments").asText()).isObject()).isTrue();
    assertThat(stream.text()).endsWith("data: [DONE]\n\n");
  }

  @Test
  void gives_the_same_calls_for_the_same_seed_and_conversation() {
    String body = Lab.with(TOOLS, Lab.body(FLASH, "send mail"));

    JsonNode calls = message(json(new Lab().chat("sk-a", body).text())).path("tool_calls");

    assertThat(message(json(new Lab().chat("sk-b", body).text())).path("tool_calls"))
        .isEqualTo(calls);
    assertThat(
            message(json(new Lab(ServerOptions.defaults().seeded(8)).chat("sk-b", body).text()))
                .path("tool_calls"))
        .isNotEqualTo(calls);
  }

  private JsonNode chat(String body) {
    FakeExchange exchange = lab.chat("sk-demo", body);
    assertThat(exchange.status()).as(exchange.text()).isEqualTo(200);
    return json(exchange.text());
  }

  private static JsonNode json(String text) {
    return JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode message(JsonNode answer) {
    return answer.path("choices").path(0).path("message");
  }

  private static long prompt(JsonNode answer) {
    return answer.path("usage").path("prompt_tokens").asLong();
  }

  /** The ids of calls, and the usage, are looked at elsewhere. */
  private static String masked(String text) {
    return Stream.of(text)
        .map(t -> t.replaceAll("call_[0-9a-f]{24}", "call_ID"))
        .map(t -> t.replaceAll("\"usage\":\\{.*\\}\\}", "\"usage\":{}}"))
        .findFirst()
        .orElseThrow();
  }
}
