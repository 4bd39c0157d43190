package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered, and what is refused costs nothing. */
class HostileBodiesTest {

  private static final int LARGE = 16 << 20;
  private static final String NO_OBJECT =
      "{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\",\"param\":\"The request body is not"
          + " a JSON object\",\"type\":\"\"}}";

  /** Bytes that mean something to JSON, and some that do not. */
  private static final String MUTATIONS = "\"\\{}[]:,019-eu \u0000a";

  private final Lab lab = new Lab();

  @Test
  void refuses_large_bodies_that_are_no_json() {
    assertRefused("x".repeat(LARGE), NO_OBJECT);
    assertRefused("[".repeat(LARGE), NO_OBJECT);
    assertRefused("{\"model\":\"" + "m".repeat(LARGE), NO_OBJECT);
    assertRefused("{\"n\":" + "9".repeat(LARGE) + "}", NO_OBJECT);
  }

  @Test
  void refuses_a_large_prompt_for_its_length() {
    FakeExchange refused = lab.chat("sk-demo", Lab.body(PRO, "word ".repeat(LARGE / 5)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("This model's maximum context length is 1048576 tokens");
    assertThat(lab.tokens("demo")).isZero();
  }

  @Test
  void answers_a_large_list_of_tools() {
    String tools =
        IntStream.range(0, 150_000)
            .mapToObj(i -> "{\"type\":\"function\",\"function\":{\"name\":\"a_" + i + "\"}}")
            .collect(Collectors.joining(","));

    FakeExchange exchange =
        lab.chat(
            "sk-demo", Lab.with("\"tools\":[" + tools + "]", Lab.body(PRO, "a ".repeat(50_000))));

    assertThat(exchange.status()).isIn(200, 400);
  }

  @Test
  void takes_64_levels_wherever_a_request_may_nest() {
    String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
    String tools =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":"
            + deep
            + "}}]";

    assertThat(lab.chat("sk-demo", Lab.with("\"x\":" + deep, Lab.body(PRO, "hi"))).status())
        .isEqualTo(200);
    assertThat(lab.chat("sk-demo", Lab.with(tools, Lab.body(PRO, "hi"))).status()).isEqualTo(200);
  }

  @Test
  void takes_a_schema_of_64_levels() {
    String schema = "{\"type\":\"string\"}";
    for (int i = 0; i < 31; i++) {
      schema = "{\"type\":\"object\",\"properties\":{\"a\":" + schema + "},\"required\":[\"a\"]}";
    }
    String tools =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":"
            + schema
            + "}}]";

    FakeExchange exchange = lab.chat("sk-demo", Lab.with(tools, Lab.body(PRO, "hi")));

    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.text()).contains("{\\\"a\\\":".repeat(20));
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] body = Lab.body(PRO, "hi ?").getBytes(StandardCharsets.UTF_8);
    body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;

    FakeExchange refused = lab.chat(Map.of("api-key", "sk-demo"), body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).isEqualTo(NO_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"seed\":1",
        "\"logprobs\":true",
        "\"user\":{\"any\":[1]}",
        "\"audio\":7",
        "\"parallel_tool_calls\":\"no\"",
        "\"\":0",
        "\"modalities\":[]"
      })
  void ignores_fields_it_does_not_know(String field) {
    assertThat(lab.chat("sk-demo", Lab.with(field, Lab.body(PRO, "hi"))).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"stream\":null",
        "\"stop\":null",
        "\"tools\":null",
        "\"max_completion_tokens\":null",
        "\"frequency_penalty\":null",
        "\"presence_penalty\":null",
        "\"temperature\":null",
        "\"thinking\":null",
        "\"response_format\":null",
        "\"stream_options\":null",
        "\"reasoning_effort\":null",
        "\"n\":null"
      })
  void takes_null_for_absent(String field) {
    assertThat(lab.chat("sk-demo", Lab.with(field, Lab.body(PRO, "hi"))).status()).isEqualTo(200);
  }

  @Test
  void charges_nothing_for_what_it_refuses() {
    lab.chat("sk-demo", "{");
    lab.chat("sk-demo", Lab.body("gpt-4", "hi"));
    lab.chat("sk-demo", Lab.with("\"tools\":[{}]", Lab.body(PRO, "hi")));
    lab.chat("tp-wrong", Lab.body(PRO, "hi"));

    assertThat(lab.journal()).doesNotContain("Admitted").hasSize(8);
    assertThat(lab.tokens("demo")).isZero();
    assertThat(lab.platform().accounts().find("demo").orElseThrow().use(0).limiter())
        .satisfies(limiter -> assertThat(limiter.snapshot(lab.now()).requests()).isZero());
  }

  @Test
  void answers_a_request_of_every_kind_of_field_however_it_is_broken() {
    byte[] valid = everything().getBytes(StandardCharsets.UTF_8);
    assertThat(lab.chat(Map.of("api-key", "sk-whole"), valid).play().text())
        .contains("\"tool_calls\":[");

    Random random = new Random(20261124);
    for (int i = 0; i < 4_000; i++) {
      byte[] mutated = valid.clone();
      for (int k = 0; k <= i % 3; k++) {
        mutated[random.nextInt(mutated.length)] = (byte) MUTATIONS.charAt(random.nextInt(16));
      }
      FakeExchange exchange = lab.chat(Map.of("api-key", "sk-fuzz" + i / 50), mutated);
      assertThat(exchange.status()).isIn(200, 400);
      if (exchange.streams()) {
        assertThat(exchange.play().text()).endsWith("data: [DONE]\n\n");
      }
    }
  }

  private static String everything() {
    return """
        {"model":"mimo-v2.5","stream":true,"stream_options":{"include_usage":true},\
        "thinking":{"type":"enabled"},"temperature":1.0,"top_p":0.95,"stop":["x","y"],\
        "max_completion_tokens":900,"response_format":{"type":"json_object"},\
        "tool_choice":"auto","parallel_tool_calls":true,"reasoning_effort":"low",\
        "tools":[{"type":"function","function":{"name":"f","description":"d","parameters":\
        {"type":"object","properties":{"a":{"type":"array","items":{"type":"number","minimum":3},\
        "minItems":2},"b":{"enum":["x","y"]},"c":{"$ref":"#/$defs/d"}},"required":["a","b","c"],\
        "$defs":{"d":{"type":"string","pattern":"^[a-f]{3}$"}}}}}],\
        "messages":[{"role":"system","content":"Be \\ud83d\\ude00 kind."},\
        {"role":"user","content":[{"type":"text","text":"call f"},\
        {"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]},\
        {"role":"assistant","content":null,"reasoning_content":"r","tool_calls":[{"id":"call_1",\
        "type":"function","function":{"name":"f","arguments":"{}"}}]},\
        {"role":"tool","tool_call_id":"call_1","content":[{"type":"text","text":"7"}]},\
        {"role":"user","content":"and f again"}]}""";
  }

  private void assertRefused(String body, String text) {
    FakeExchange refused = lab.chat("sk-demo", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).isEqualTo(text);
  }
}
