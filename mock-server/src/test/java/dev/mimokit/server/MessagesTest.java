package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.server.config.Latency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  private static final String CALL =
      """
      {"role":"user","content":"How warm is it?"},\
      {"role":"assistant","content":[%s\
      {"type":"tool_use","id":"call_1","name":"weather","input":{"city":"Paris"}}]},\
      {"role":"user","content":[\
      {"type":"tool_result","tool_use_id":"call_1","content":"21 degrees"}]}""";

  private final Lab lab = new Lab(ServerOptions.defaults().seeded(7));

  @Test
  void writes_a_plain_answer_in_the_observed_key_order() {
    FakeExchange exchange = messages(with("\"max_tokens\":6", Lab.body(FLASH, "hello")));

    assertThat(exchange.text())
        .isEqualTo(
            """
            {"id":"69d2f6c5e88910ecc6f44830ac0b7790","type":"message","role":"assistant",\
            "model":"mimo-v2-flash","stop_reason":"max_tokens","content":[{"type":"text",\
            "text":"Every cheerful bridge shines beneath each"}],\
            "usage":{"input_tokens":10,"output_tokens":6}}""");
    assertThat(exchange.headerLines())
        .containsExactly(
            "content-type: application/json",
            "vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            "server: MiFE/3.4.34",
            "x-mife-upstream-status: 200");
  }

  @Test
  void streams_thinking_event_by_event_each_in_its_own_slot() {
    Lab paced =
        new Lab(
            ServerOptions.defaults()
                .seeded(7)
                .paced(new Latency.Fixed(Duration.ofMillis(500), Duration.ofMillis(250))));

    FakeExchange exchange =
        messages(paced, with("\"max_tokens\":4", Lab.streamed(Lab.body(PRO, "hello")))).play();

    assertThat(exchange.text())
        .isEqualTo(
            """
            event: message_start
            data: {"type":"message_start","message":{"id":"69d2f6c5e88910ecc6f44830ac0b7790",\
            "type":"message","role":"assistant","model":"mimo-v2.5-pro","content":[],\
            "stop_reason":null,"usage":{"input_tokens":0,"output_tokens":0}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,\
            "content_block":{"type":"thinking","thinking":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,\
            "delta":{"type":"thinking_delta","thinking":"This"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,\
            "delta":{"type":"thinking_delta","thinking":" valley"}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,\
            "delta":{"type":"thinking_delta","thinking":" appears"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"max_tokens"},\
            "usage":{"input_tokens":8,"output_tokens":4}}

            event: message_stop
            data: {"type":"message_stop"}

            """);
    assertThat(exchange.sentMillis())
        .containsExactly(500L, 750L, 1000L, 1250L, 1500L, 1750L, 2000L, 2250L);
    assertThat(exchange.headerLines()).first().isEqualTo("content-type: text/event-stream");
    assertThat(paced.journal())
        .containsExactly("Received", "Admitted", "FirstToken", "Answered 200", "Completed");
  }

  @Test
  void puts_the_thinking_into_a_block_of_its_own() {
    String body = with("\"max_tokens\":200", Lab.body(PRO, "hello"));

    assertThat(messages(body).text())
        .containsPattern(
            "\"content\":\\[\\{\"type\":\"thinking\",\"thinking\":\"[^\"]+\",\"signature\":\"\"\\},"
                + "\\{\"type\":\"text\",\"text\":\"[^\"]+\"\\}\\]");
    assertThat(messages(with("\"thinking\":{\"type\":\"disabled\"}", body)).text())
        .contains("\"content\":[{\"type\":\"text\"");
    assertThat(
            messages(with("\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":9}", body)).text())
        .contains("\"content\":[{\"type\":\"thinking\"");
  }

  @Test
  void needs_no_max_tokens() {
    assertThat(messages(Lab.body(PRO, "hello")).text()).contains("\"stop_reason\":\"end_turn\"");
  }

  @Test
  void ends_a_turn_before_a_stop_sequence() {
    String text = messages(with("\"stop_sequences\":[\".\"]", Lab.body(FLASH, "hello"))).text();

    assertThat(text).contains("\"stop_reason\":\"end_turn\"").doesNotContain(".\"}]");
  }

  @Test
  void counts_as_many_prompt_tokens_as_the_chat_protocol() {
    String chat =
        """
        {"model":"mimo-v2-flash","messages":[{"role":"system","content":"Be brief."},\
        {"role":"user","content":"hello there"}]}""";
    String text =
        """
        {"model":"mimo-v2-flash","system":"Be brief.",\
        "messages":[{"role":"user","content":"hello there"}]}""";
    String blocks =
        """
        {"model":"mimo-v2-flash","system":[{"type":"text","text":"Be brief.",\
        "cache_control":{"type":"ephemeral"}}],"messages":[{"role":"user",\
        "content":[{"type":"text","text":"hello"},{"type":"text","text":" there"}]}]}""";

    long counted = number("prompt_tokens", lab.chat("sk-demo", chat).text());

    assertThat(number("input_tokens", messages(text).text())).isEqualTo(counted);
    assertThat(number("input_tokens", messages(blocks).text())).isEqualTo(counted);
  }

  @Test
  void shares_the_limit_of_account_and_model_with_the_chat_protocol() {
    for (int i = 0; i < 100; i++) {
      assertThat(lab.chat("sk-demo", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    }

    FakeExchange refused = messages(Lab.streamed(Lab.body(PRO, "hello")));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text())
        .isEqualTo(
            """
            {
                "error": {
                    "code": "429",
                    "message": "Too many requests",
                    "type": "limitation"
                }
            }\
            """);
    assertThat(messages(Lab.body("mimo-v2.5", "hello")).status()).isEqualTo(200);
    assertThat(lab.get("/v1/models").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mimo-x", "mimo-v2.5-tts"})
  void refuses_models_it_has_not_as_observed_streamed_or_not(String model) {
    String expected =
        """
        {
            "error": {
                "code": "400",
                "message": "Param Incorrect",
                "param": "Not supported model %s"
            }
        }\
        """
            .formatted(model);

    assertThat(messages(Lab.body(model, "hello")).status()).isEqualTo(400);
    assertThat(messages(Lab.body(model, "hello")).text()).isEqualTo(expected);
    assertThat(messages(Lab.streamed(Lab.body(model, "hello"))).text()).isEqualTo(expected);
    assertThat(lab.tokens("demo")).isZero();
  }

  @Test
  void answers_an_image_for_a_text_model_with_404() {
    FakeExchange refused =
        messages(
            """
            {"model":"mimo-v2.5-pro","messages":[{"role":"user","content":[{"type":"image",\
            "source":{"type":"base64","media_type":"image/png","data":"AA=="}}]}]}""");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text()).contains("\"No endpoints found that support image input\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "image|url|\"url\":\"https://example.com/a-1920x1080.png\"|2040",
        "audio|url|\"url\":\"https://example.com/a.mp3?seconds=3\"|19",
        "image|base64|\"media_type\":\"image/gif\",\"data\":\"R0lGODlhAAQABAAAACw=\"|1024"
      })
  void counts_media_by_the_documented_formulas(
      String type, String kind, String source, long tokens) {
    String before = "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}";
    String block =
        ",{\"type\":\"%s\",\"source\":{\"type\":\"%s\",%s}}".formatted(type, kind, source);

    String without = messages(conversation("mimo-v2.5", before + "]}")).text();
    String with = messages(conversation("mimo-v2.5", before + block + "]}")).text();

    assertThat(number("input_tokens", with) - number("input_tokens", without)).isEqualTo(tokens);
  }

  @Test
  void refuses_broken_media_and_sources() {
    String block = "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":%s}]}";
    String broken = "{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"AA==\"}";

    assertThat(messages(conversation("mimo-v2.5", block.formatted(broken))).status())
        .isEqualTo(400);
    assertThat(messages(conversation("mimo-v2.5", block.formatted("{\"type\":\"file\"}"))).text())
        .contains("`source.type` must be base64 or url");
  }

  @Test
  void takes_the_key_from_any_of_three_headers() {
    byte[] body = Lab.body(PRO, "hello").getBytes(StandardCharsets.UTF_8);

    assertThat(send(Map.of("x-api-key", "sk-demo"), body).status()).isEqualTo(200);
    assertThat(send(Map.of("api-key", "sk-demo", "x-api-key", "no"), body).status()).isEqualTo(200);
    assertThat(send(Map.of("authorization", "Bearer sk-demo"), body).status()).isEqualTo(200);
    assertThat(send(Map.of(), body).text())
        .startsWith("{\n    \"error\": {\n        \"message\": \"Invalid API Key\"");
  }

  @Test
  void asks_for_the_thinking_of_a_call_while_thinking() {
    String thought = "{\"type\":\"thinking\",\"thinking\":\" \",\"signature\":\"\"},";

    FakeExchange refused = messages(conversation(PRO, CALL.formatted("")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .contains("The reasoning_content in the thinking mode must be passed back to the API.");
    assertThat(messages(conversation(PRO, CALL.formatted(thought))).status()).isEqualTo(200);
    assertThat(messages(conversation(FLASH, CALL.formatted(""))).status()).isEqualTo(200);
  }

  @Test
  void counts_a_tool_result_as_a_turn_of_its_own_and_no_thinking() {
    String thought = "{\"type\":\"thinking\",\"thinking\":\"long long thoughts\"},";
    String chat =
        """
        {"model":"mimo-v2-flash","messages":[{"role":"user","content":"How warm is it?"},\
        {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",\
        "function":{"name":"weather","arguments":"{\\"city\\":\\"Paris\\"}"}}]},\
        {"role":"tool","tool_call_id":"call_1","content":"21 degrees"}]}""";

    long counted = number("prompt_tokens", lab.chat("sk-demo", chat).text());

    assertThat(
            number("input_tokens", messages(conversation(FLASH, CALL.formatted(thought))).text()))
        .isEqualTo(counted);
  }

  @Test
  void finds_the_name_of_a_call_behind_its_tool_results() {
    String script = "{\"account\":\"demo\",\"variants\":[[{\"status\":429},{\"status\":503}]]}";
    assertThat(lab.post("/__mimokit/scripts", script).status()).isEqualTo(204);
    String later = CALL.formatted("").replace("How warm", "job-7: how warm");

    int first = messages(Lab.body(FLASH, "job-7: how warm is it?")).status();
    int second = messages(conversation(FLASH, later)).status();

    assertThat(first).isEqualTo(429);
    assertThat(second).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"max_tokens\":131073|max_completion_tokens is too large: 131073.",
        "\"max_tokens\":0|`max_tokens` must be at least 1",
        "\"max_tokens\":\"9\"|`max_tokens` must be an integer",
        "\"temperature\":1.6|`temperature` must be within 0.0 and 1.5",
        "\"thinking\":{\"type\":\"adaptive\"}|`thinking.type` must be enabled or disabled",
        "\"stop_sequences\":\".\"|`stop_sequences` must be an array",
        "\"stop_sequences\":[1]|`stop_sequences` must hold strings",
        "\"system\":7|`system` must be a string or an array of text blocks",
        "\"system\":[{\"type\":\"image\"}]|`system` must be a string or an array of text blocks",
        "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"w\"}]|`tools.type` must be custom",
        "\"tools\":[{\"name\":\"f\"}]|`input_schema` is not set",
        "\"tools\":[{\"name\":\"f g\",\"input_schema\":{}}]|`name` must be 1 to 64 letters",
        "\"tools\":[{\"name\":\"f\",\"input_schema\":{\"type\":\"array\"}}]|`input_schema.type` must"
      })
  void refuses_wrong_fields_by_name(String field, String param) {
    FakeExchange refused = messages(with(field, Lab.body(PRO, "hello")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7|`messages` must hold objects",
        "{\"role\":\"tool\",\"content\":\"x\"}|`role` must be user, assistant or system",
        "{\"role\":\"user\"}|`content` is not set",
        "{\"role\":\"user\",\"content\":7}|`content` must be a string or an array of blocks",
        "{\"role\":\"user\",\"content\":[7]}|`type` must be text, image",
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}|`text` is not set",
        "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\"}]}|`tool_use_id` is not set",
        "{\"role\":\"user\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"\"}]}|`thinking` must"
      })
  void refuses_wrong_messages_by_name(String message, String param) {
    FakeExchange refused = messages(conversation(PRO, message));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|The request body is not a JSON object",
        "{\"model\"|The request body is not a JSON object",
        "{}|`model` is not set",
        "{\"model\":7}|`model` must be a string",
        "{\"model\":\"mimo-v2.5-pro\"}|`messages` is not set",
        "{\"model\":\"mimo-v2.5-pro\",\"messages\":[]}|`messages` must not be empty"
      })
  void refuses_bodies_that_ask_for_nothing(String body, String param) {
    assertThat(messages(body).status()).isEqualTo(400);
    assertThat(messages(body).text()).contains("\"param\": \"" + param + "\"");
  }

  @Test
  void settles_a_disconnected_stream_with_what_was_sent() {
    FakeExchange exchange = messages(Lab.streamed(Lab.body(PRO, "hello")));

    exchange.playThenDisconnect(4);

    assertThat(lab.tokens("demo")).isEqualTo(8 + 2);
    assertThat(lab.journal()).containsExactly("Received", "Admitted", "FirstToken", "Aborted");
  }

  private FakeExchange messages(String body) {
    return messages(lab, body);
  }

  private static FakeExchange messages(Lab lab, String body) {
    return lab.send(
        "POST",
        "/anthropic/v1/messages",
        Map.of("api-key", "sk-demo"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private FakeExchange send(Map<String, String> headers, byte[] body) {
    return lab.send("POST", "/anthropic/v1/messages", headers, body);
  }

  private static String with(String field, String body) {
    return "{" + field + "," + body.substring(1);
  }

  private static String conversation(String model, String messages) {
    return "{\"model\":\"" + model + "\",\"messages\":[" + messages + "]}";
  }

  private static long number(String name, String text) {
    Matcher matcher = Pattern.compile("\"" + name + "\":([0-9]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
