package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {

  private static final String PRO = "mimo-v2.6-pro";
  private static final String QUIET = "\"reasoning\":{\"effort\":\"none\"}";

  private final Lab lab = new Lab(ServerOptions.defaults().serving("2026-10-09").seeded(7));

  @Test
  void is_there_in_the_later_revision_only() {
    Lab seed = new Lab();

    assertThat(responses(lab, ask("hello")).status()).isEqualTo(200);
    assertThat(responses(seed, ask("hello")).status()).isEqualTo(404);
  }

  @Test
  void writes_an_answer_that_was_cut() {
    String body = with(QUIET + ",\"max_output_tokens\":3", ask("hello"));

    assertThat(responses(body).text())
        .isEqualTo(
            """
            {"id":"resp_69d2f6c5e88910ecc6f44830ac0b7790","created_at":1795465600,"error":null,\
            "incomplete_details":{"reason":"max_output_tokens"},"model":"mimo-v2.6-pro",\
            "object":"response","output":[{"id":"msg_69d2f6c5e88910ecc6f44830ac0b7790",\
            "content":[{"text":"The teacher walks","type":"output_text"}],"role":"assistant",\
            "status":"completed","type":"message"}],"status":"incomplete",\
            "usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},\
            "output_tokens":3,"output_tokens_details":{"reasoning_tokens":0},\
            "total_tokens":13}}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "low", "medium", "high", "xhigh", "max", "ultra"})
  void thinks_at_every_effort_but_none(String effort) {
    String body = with("\"reasoning\":{\"effort\":\"" + effort + "\"}", ask("hello"));

    assertThat(responses(body).text()).contains("\"output\":[{\"id\":\"rs_");
    assertThat(responses(ask("hello")).text()).contains("\"output\":[{\"id\":\"rs_");
    assertThat(responses(with(QUIET, ask("hello"))).text()).contains("\"output\":[{\"id\":\"msg_");
  }

  @Test
  void counts_as_many_prompt_tokens_as_the_chat_protocol() {
    String chat =
        """
        {"model":"mimo-v2.6-pro","thinking":{"type":"disabled"},"messages":[\
        {"role":"system","content":"Be brief."},{"role":"user","content":"How warm is it?"},\
        {"role":"assistant","content":"Wait.","tool_calls":[\
        {"id":"call_1","type":"function","function":{"name":"weather","arguments":"{}"}},\
        {"id":"call_2","type":"function","function":{"name":"shell","arguments":"date"}}]},\
        {"role":"tool","tool_call_id":"call_1","content":"21 degrees"},\
        {"role":"tool","tool_call_id":"call_2","content":"today"}]}""";
    String items =
        """
        {"model":"mimo-v2.6-pro","reasoning":{"effort":"none"},"instructions":"Be brief.",\
        "input":[{"role":"user","content":[{"type":"input_text","text":"How warm is it?"}]},\
        {"type":"reasoning","id":"rs_1","content":[{"type":"reasoning_text","text":"Hm"}]},\
        {"type":"message","id":"msg_1","role":"assistant","status":"completed",\
        "content":[{"type":"output_text","text":"Wait."}]},\
        {"type":"function_call","call_id":"call_1","name":"weather","arguments":"{}"},\
        {"type":"custom_tool_call","call_id":"call_2","name":"shell","input":"date"},\
        {"type":"function_call_output","call_id":"call_1","output":"21 degrees"},\
        {"type":"custom_tool_call_output","call_id":"call_2",\
        "output":[{"type":"input_text","text":"today"}]}]}""";

    long counted = number("prompt_tokens", lab.chat("sk-demo", chat).text());

    assertThat(number("input_tokens", responses(items).text())).isEqualTo(counted);
  }

  @Test
  void asks_for_the_reasoning_of_a_call_while_thinking() {
    String call =
        "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"\"}";
    String question = "{\"role\":\"user\",\"content\":\"hi\"},";
    String reasoning = "{\"type\":\"reasoning\",\"id\":\"rs_1\"},";

    FakeExchange refused = responses(items(question + call));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            """
            {"error":{"code":"400","message":"Param Incorrect","param":"The reasoning_content in\
             the thinking mode must be passed back to the API.","type":""}}""");
    assertThat(responses(items(question + reasoning + call)).status()).isEqualTo(200);
    assertThat(responses(items(reasoning + question + call)).status()).isEqualTo(400);
    assertThat(responses(with(QUIET, items(question + call))).status()).isEqualTo(200);
  }

  @Test
  void shares_the_limit_of_account_and_model_with_the_other_protocols() {
    for (int i = 0; i < 100; i++) {
      assertThat(lab.chat("sk-demo", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    }

    assertThat(responses(ask("hello")).status()).isEqualTo(429);
  }

  @Test
  void ignores_what_the_page_calls_unsupported_but_not_a_lost_conversation() {
    assertThat(responses(with("\"background\":true", ask("hello"))).status()).isEqualTo(200);
    assertThat(responses(with("\"context_management\":[]", ask("hello"))).status()).isEqualTo(200);
    assertThat(responses(with("\"previous_response_id\":\"resp_1\"", ask("hello"))).text())
        .contains("`previous_response_id` is not supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"max_output_tokens\":131073|max_completion_tokens is too large: 131073.",
        "\"reasoning\":{\"effort\":\"huge\"}|`reasoning.effort` must be none, minimal",
        "\"text\":{\"format\":{\"type\":\"json_schema\"}}|`text.format.type` must be text or",
        "\"instructions\":[]|`instructions` must be a string",
        "\"tools\":[{\"type\":\"web_search\"}]|webSearchEnabled is false",
        "\"tools\":[{\"type\":\"file_search\"}]|`tools.type` must be function, custom",
        "\"tools\":[{\"type\":\"function\",\"name\":\"f\"}]|`parameters` is not set",
        "\"tools\":[{\"type\":\"custom\"}]|`name` is not set"
      })
  void refuses_wrong_fields_by_name(String field, String param) {
    FakeExchange refused = responses(with(field, ask("hello")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7|`input` must hold objects",
        "{\"role\":\"tool\",\"content\":\"x\"}|`role` must be user, assistant, system or developer",
        "{\"role\":\"user\"}|`content` is not set",
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}|`type` must be input_text",
        "{\"type\":\"item_reference\",\"id\":\"x\"}|`type` must be message, reasoning",
        "{\"type\":\"function_call\",\"name\":\"f\"}|`call_id` is not set",
        "{\"type\":\"function_call_output\",\"call_id\":\"c\"}|`output` is not set"
      })
  void refuses_wrong_items_by_name(String item, String param) {
    FakeExchange refused = responses(items(item));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"tools\":[{\"type\":\"namespace\"}]|tools of type namespace",
        "\"input\":[{\"type\":\"agent_message\"}]|input items of type agent_message"
      })
  void says_what_is_not_mocked(String field, String feature) {
    String body =
        field.startsWith("\"input\"")
            ? "{\"model\":\"" + PRO + "\"," + field + "}"
            : with(field, ask("hello"));

    assertThat(responses(body).status()).isEqualTo(501);
    assertThat(responses(body).text()).contains("\"param\":\"" + feature + "\"");
  }

  @Test
  void refuses_bodies_that_ask_for_nothing() {
    assertThat(responses("{").text()).contains("The request body is not a JSON object");
    assertThat(responses("{\"input\":\"x\"}").text()).contains("`model` is not set");
    assertThat(responses("{\"model\":\"" + PRO + "\"}").text()).contains("`input` is not set");
    assertThat(responses(items("")).text()).contains("`input` must not be empty");
    assertThat(responses(ask("hello").replace(PRO, "mimo-v2.5-tts")).text())
        .contains("Not supported model mimo-v2.5-tts");
  }

  @Test
  void prefixes_errors_of_streams_as_the_chat_protocol_does() {
    assertThat(responses(Lab.streamed(ask("hello").replace(PRO, "x"))).text())
        .startsWith("data:{\"error\":{\"code\":\"400\"");
  }

  private FakeExchange responses(String body) {
    return responses(lab, body);
  }

  private static FakeExchange responses(Lab lab, String body) {
    return lab.send(
        "POST",
        "/v1/responses",
        Map.of("api-key", "sk-demo"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String ask(String input) {
    return "{\"model\":\"" + PRO + "\",\"input\":\"" + input + "\"}";
  }

  private static String items(String items) {
    return "{\"model\":\"" + PRO + "\",\"input\":[" + items + "]}";
  }

  private static String with(String field, String body) {
    return "{" + field + "," + body.substring(1);
  }

  private static long number(String name, String text) {
    Matcher matcher = Pattern.compile("\"" + name + "\":([0-9]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
