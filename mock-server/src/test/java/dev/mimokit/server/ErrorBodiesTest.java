package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodiesTest {

  private static final String INVALID_KEY =
      """
      {
          "error": {
              "message": "Invalid API Key",
              "param": "Please provide valid API Key",
              "code": "401",
              "type": "invalid_key"
          }
      }\
      """;

  private final Lab lab = new Lab();

  @ParameterizedTest
  @ValueSource(strings = {"", "tp-plan", "sk-", "sk-.x", "sk-a b", "demo"})
  void answers_wrong_keys_as_the_gateway_does(String key) {
    FakeExchange refused = lab.chat(key, Lab.streamed(Lab.body(PRO, "hello")));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text()).isEqualTo(INVALID_KEY);
  }

  @Test
  void takes_the_key_from_either_header() {
    byte[] body = Lab.body(PRO, "hello").getBytes(StandardCharsets.UTF_8);

    assertThat(lab.chat(Map.of(), body).text()).isEqualTo(INVALID_KEY);
    assertThat(lab.chat(Map.of("authorization", "Bearer sk-demo"), body).status()).isEqualTo(200);
    assertThat(lab.chat(Map.of("api-key", "sk-demo"), body).status()).isEqualTo(200);
    assertThat(lab.chat(Map.of("authorization", "Basic sk-demo"), body).status()).isEqualTo(401);
  }

  @Test
  void names_an_unknown_model() {
    FakeExchange refused = lab.chat("sk-demo", Lab.body("gpt-4", "hello"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\","
                + "\"param\":\"Not supported model gpt-4\",\"type\":\"\"}}");
  }

  @Test
  void puts_data_before_backend_errors_of_stream_requests() {
    FakeExchange refused = lab.chat("sk-demo", Lab.streamed(Lab.body("gpt-4", "hello")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "data:{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\","
                + "\"param\":\"Not supported model gpt-4\",\"type\":\"\"}}");
  }

  @Test
  void refuses_more_completion_tokens_than_the_model_has() {
    String body = Lab.body(PRO, "hello");

    FakeExchange refused =
        lab.chat("sk-demo", "{\"max_completion_tokens\":131100," + body.substring(1));

    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\","
                + "\"param\":\"max_completion_tokens is too large: 131100. This model supports at"
                + " most 131072 completion tokens, whereas you provided 131100.\",\"type\":\"\"}}");
    assertThat(lab.chat("sk-demo", "{\"max_tokens\":131072," + body.substring(1)).status())
        .isEqualTo(200);
  }

  @Test
  void answers_an_image_for_a_text_model_without_prefix() {
    FakeExchange refused =
        lab.chat(
            "sk-demo",
            """
            {"stream":true,"model":"mimo-v2.5-pro","messages":[{"role":"user","content":[\
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}]}""");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"404\",\"message\":\"No endpoints found that support image"
                + " input\",\"param\":\"\",\"type\":\"\"}}");
  }

  @Test
  void asks_for_the_reasoning_of_a_tool_turn_while_thinking() {
    String turns =
        """
        "messages":[{"role":"user","content":"hi"},\
        {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",\
        "function":{"name":"f","arguments":"{}"}}]},\
        {"role":"tool","tool_call_id":"call_1","content":"1"}]}""";

    assertThat(lab.chat("sk-demo", "{\"model\":\"" + PRO + "\"," + turns).text())
        .isEqualTo(
            "{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\",\"param\":\"The"
                + " reasoning_content in the thinking mode must be passed back to the"
                + " API.\",\"type\":\"\"}}");
    assertThat(lab.chat("sk-demo", "{\"model\":\"" + FLASH + "\"," + turns).status())
        .isEqualTo(200);
  }

  @Test
  void answers_a_wrong_reasoning_effort_as_the_validator_does() {
    FakeExchange refused =
        lab.chat("sk-demo", "{\"reasoning_effort\":\"huge\"," + Lab.body(PRO, "hi").substring(1));

    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"400\",\"message\":\"[{'type': 'literal_error', 'loc': ('body',"
                + " 'reasoning_effort'), 'msg': \\\"Input should be 'low', 'medium' or 'high'\\\","
                + " 'input': 'huge', 'ctx': {'expected': \\\"'low', 'medium' or"
                + " 'high'\\\"}}]\",\"param\":\"\",\"type\":\"Bad Request\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "\"n\":1|`n` is not supported",
        "\"temperature\":1.6|`temperature` must be within 0.0 and 1.5",
        "\"temperature\":\"warm\"|`temperature` must be a number",
        "\"top_p\":0|`top_p` must be within 0.01 and 1.0",
        "\"frequency_penalty\":-3|`frequency_penalty` must be within -2.0 and 2.0",
        "\"max_tokens\":0|`max_tokens` must be at least 1",
        "\"max_tokens\":1.5|`max_tokens` must be an integer",
        "\"stream\":\"yes\"|`stream` must be a boolean",
        "\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\"]|`stop` must be a string or at most 4 strings",
        "\"thinking\":{\"type\":\"maybe\"}|`thinking.type` must be enabled or disabled",
        "\"response_format\":{\"type\":\"json_schema\"}|`response_format.type` must be text or"
            + " json_object",
        "\"tools\":[{\"type\":\"web_search\"}]|web search tool found in the request body, but"
            + " webSearchEnabled is false",
        "\"tools\":{}|`tools` must be an array",
        "\"tools\":[7]|`tools` must hold objects",
        "\"tools\":[{}]|`tools.type` must be function or web_search",
        "\"tools\":[{\"type\":\"function\"}]|`function` is not set",
        "\"tools\":[{\"type\":\"function\",\"function\":[]}]|`function` must be an object",
        "\"tools\":[{\"type\":\"function\",\"function\":{}}]|`function.name` is not set",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a b\"}}]|`function.name` must be 1"
            + " to 64 letters, digits, - or _",
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":[]}}]"
            + "|`parameters` must be an object",
        "\"stream_options\":true|`stream_options` must be an object",
        "\"stream_options\":{\"include_usage\":1}|`include_usage` must be a boolean",
        "\"webSearchEnabled\":\"on\"|`webSearchEnabled` must be a boolean",
        "\"thinking\":\"enabled\"|`thinking` must be an object",
        "\"presence_penalty\":2.01|`presence_penalty` must be within -2.0 and 2.0",
        "\"stop\":7|`stop` must be an array",
        "\"response_format\":\"json_object\"|`response_format` must be an object",
        "\"messages\":[{\"role\":\"user\",\"content\":7}]|`content` must be a string or an array of"
            + " parts",
        "\"messages\":[{\"role\":\"user\",\"content\":[7]}]|`type` must be text, image_url,"
            + " input_audio or video_url",
        "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}]|`text` is not set",
        "\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":[{\"type\":"
            + "\"image_url\",\"image_url\":{\"url\":\"https://example.com/a.png\"}}]}]|`text` is not"
            + " set",
        "\"messages\":[{\"role\":\"system\",\"content\":[{\"type\":\"image_url\"}]}]|`text` is not"
            + " set",
        "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":{}}]|`tool_calls` must be an array",
        "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{}]}]|`tool_calls.function` must have a"
            + " name and arguments, both strings",
        "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[]}]|`content` is not set",
        "\"messages\":[]|`messages` must not be empty",
        "\"messages\":\"hi\"|`messages` must be an array",
        "\"messages\":null|`messages` is not set",
        "\"messages\":[{\"role\":\"robot\",\"content\":\"x\"}]|`role` must be developer, system,"
            + " user, assistant or tool",
        "\"messages\":[{\"role\":\"user\"}]|`content` is not set",
        "\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]|`tool_call_id` is not set",
        "\"model\":7|`model` must be a string",
        "\"model\":null|`model` is not set"
      })
  void calls_bad_fields_incorrect(String field, String param) {
    String body =
        "{\"model\":\"mimo-v2.5-pro\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
            + field
            + "}";

    FakeExchange refused = lab.chat("sk-demo", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("\"param\":\"" + param + "\"");
  }

  @Test
  void refuses_a_prompt_that_fills_the_context() {
    FakeExchange refused =
        lab.chat("sk-demo", Lab.body(FLASH, "river lantern clock bridge ".repeat(70_000)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("This model's maximum context length is 262144 tokens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "null",
        "7",
        "{}{}",
        "{\"model\":\"mimo-v2.5-pro\",\"messages\":[1,null,[],\"x\"]}",
        "{\"model\":\"mimo-v2.5-pro\",\"max_tokens\":1e999999999,\"messages\":[]}",
        "{\"model\":\"mimo-v2.5-pro\",\"max_tokens\":99999999999999999999,\"messages\":[]}",
        "{\"model\":\"mimo-v2.5-pro\",\"temperature\":NaN,\"messages\":[]}"
      })
  void answers_hostile_bodies_with_400(String body) {
    assertThat(lab.chat("sk-demo", body).status()).isEqualTo(400);
  }

  @Test
  void answers_any_bytes_without_failing() {
    Random random = new Random(20261123);
    byte[] valid =
        Lab.streamed(Lab.body(PRO, "\\ud800 hello 世界 \\u0000")).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3_000; i++) {
      byte[] mutated = valid.clone();
      for (int k = 0; k <= i % 4; k++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      FakeExchange exchange = lab.chat(Map.of("api-key", "sk-fuzz" + i / 50), mutated);
      assertThat(exchange.status()).isIn(200, 400);
    }
  }

  @Test
  void answers_deep_nesting_and_broken_surrogates() {
    String deep = "{\"model\":\"mimo-v2.5-pro\",\"messages\":" + "[".repeat(100_000);

    assertThat(lab.chat("sk-demo", deep).status()).isEqualTo(400);
    assertThat(lab.chat("sk-demo", Lab.body("\\ud800", "hello")).text())
        .contains("Not supported model ?");
  }

  @Test
  void answers_paths_that_are_not_served_with_404() {
    assertThat(lab.get("/v1/embeddings").status()).isEqualTo(404);
    assertThat(lab.get("/anthropic/v1/models").status()).isEqualTo(404);
    assertThat(lab.post("/v1/responses", "{}").status()).isEqualTo(404);
    assertThat(lab.post("/anthropic/messages", "{}").status()).isEqualTo(404);
    assertThat(lab.get("/v1/embeddings").text())
        .isEqualTo(
            "{\"error\":{\"code\":\"404\",\"message\":\"Not Found\",\"param\":\"\",\"type\":\"\"}}");
  }

  @Test
  void answers_a_preflight_with_any_origin() {
    FakeExchange preflight =
        lab.send(
            "OPTIONS",
            "/v1/chat/completions",
            Map.of("origin", "https://app.example"),
            new byte[0]);

    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.headerLines())
        .contains(
            "access-control-allow-origin: *",
            "access-control-allow-methods: POST",
            "access-control-allow-headers: content-type, api-key, authorization",
            "access-control-max-age: 1800");
  }
}
