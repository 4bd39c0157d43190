package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.server.config.Latency;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private final Lab lab = new Lab(ServerOptions.defaults().seeded(7));

  @Test
  void writes_a_plain_answer_in_the_observed_key_order() {
    String body = "{\"max_tokens\":6," + Lab.body(FLASH, "hello").substring(1);

    FakeExchange exchange = lab.chat("sk-demo", body);

    assertThat(exchange.text())
        .isEqualTo(
            "{\"id\":\"579ab9f7e9cb394e1b2c948c34d7d58e\",\"choices\":[{\"finish_reason\":\"length\","
                + "\"index\":0,\"message\":{\"content\":\"Every cheerful bridge shines beneath"
                + " each\",\"role\":\"assistant\",\"tool_calls\":null}}],\"created\":1795465600,"
                + "\"model\":\"mimo-v2-flash\",\"object\":\"chat.completion\",\"usage\":{"
                + "\"completion_tokens\":6,\"prompt_tokens\":10,\"total_tokens\":16,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0},"
                + "\"prompt_tokens_details\":{}}}");
    assertThat(exchange.headerLines())
        .containsExactly(
            "content-type: application/json",
            "vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            "server: MiFE/3.4.34",
            "x-mife-upstream-status: 200");
  }

  @Test
  void writes_the_reasoning_when_the_model_thinks() {
    String body = "{\"max_tokens\":200," + Lab.body(PRO, "hello").substring(1);

    String text = lab.chat("sk-demo", body).text();

    assertThat(text)
        .containsPattern("\"tool_calls\":null,\"reasoning_content\":\"[A-Z][^\"]+\"\\}\\}\\]");
    assertThat(text).containsPattern("\"completion_tokens_details\":\\{\"reasoning_tokens\":[1-9]");
    assertThat(
            lab.chat("sk-demo", "{\"thinking\":{\"type\":\"disabled\"}," + body.substring(1))
                .text())
        .doesNotContain("reasoning_content");
  }

  @Test
  void writes_a_stream_as_the_platform_does() {
    Lab paced =
        new Lab(
            ServerOptions.defaults()
                .seeded(7)
                .paced(new Latency.Fixed(Duration.ofMillis(500), Duration.ofMillis(250))));
    String body = Lab.streamed(Lab.body(PRO, "hello"));

    FakeExchange exchange =
        paced.chat("sk-demo", "{\"max_completion_tokens\":4," + body.substring(1)).play();

    assertThat(exchange.text())
        .isEqualTo(
            """
            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[\
            {"delta":{"content":"","role":"assistant","tool_calls":null,\
            "reasoning_content":null},"finish_reason":null,"index":0}],\
            "created":1795465600,"model":"mimo-v2.5-pro","object":"chat.completion.chunk"}

            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[\
            {"delta":{"content":null,"role":null,"tool_calls":null,\
            "reasoning_content":"This"},"finish_reason":null,"index":0}],\
            "created":1795465600,"model":"mimo-v2.5-pro","object":"chat.completion.chunk"}

            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[\
            {"delta":{"content":null,"role":null,"tool_calls":null,\
            "reasoning_content":" valley"},"finish_reason":null,"index":0}],\
            "created":1795465601,"model":"mimo-v2.5-pro","object":"chat.completion.chunk"}

            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[\
            {"delta":{"content":null,"role":null,"tool_calls":null,\
            "reasoning_content":" appears"},"finish_reason":null,"index":0}],\
            "created":1795465601,"model":"mimo-v2.5-pro","object":"chat.completion.chunk"}

            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[\
            {"delta":{"content":null,"role":null,"tool_calls":null,\
            "reasoning_content":null},"finish_reason":"length","index":0}],\
            "created":1795465601,"model":"mimo-v2.5-pro","object":"chat.completion.chunk","usage":null}

            data: {"id":"86a5a03e2fdd843d1f459192b64fa5df","choices":[],\
            "created":1795465601,"model":"mimo-v2.5-pro","object":"chat.completion.chunk","usage":{\
            "completion_tokens":4,"prompt_tokens":8,"total_tokens":12,\
            "completion_tokens_details":{"reasoning_tokens":3},"prompt_tokens_details":{}}}

            data: [DONE]

            """);
    assertThat(exchange.sentMillis())
        .containsExactlyElementsOf(
            LongStream.range(0, exchange.sentMillis().size())
                .map(i -> 500 + i * 250)
                .boxed()
                .toList());
    assertThat(exchange.headerLines()).first().isEqualTo("content-type: text/event-stream");
    assertThat(paced.journal())
        .containsExactly("Received", "Admitted", "FirstToken", "Answered 200", "Completed");
  }

  @Test
  void writes_pieces_of_the_answer_as_content() {
    String body = Lab.streamed(Lab.body(FLASH, "hello"));

    FakeExchange exchange =
        lab.chat("sk-demo", "{\"max_completion_tokens\":2," + body.substring(1)).play();

    assertThat(exchange.text())
        .contains(
            "\"choices\":[{\"delta\":{\"content\":\"Every\",\"role\":null,\"tool_calls\":null,"
                + "\"reasoning_content\":null},\"finish_reason\":null,\"index\":0}]");
  }

  @Test
  void gives_the_same_bytes_for_the_same_seed() {
    String body = Lab.streamed(Lab.body(PRO, "hello"));

    String first = new Lab(ServerOptions.defaults().seeded(1)).chat("sk-a", body).play().text();
    String again = new Lab(ServerOptions.defaults().seeded(1)).chat("sk-a", body).play().text();
    String other = new Lab(ServerOptions.defaults().seeded(2)).chat("sk-a", body).play().text();

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void sends_a_plain_answer_when_its_last_token_is_due() {
    Lab paced =
        new Lab(
            ServerOptions.defaults()
                .paced(new Latency.Fixed(Duration.ofSeconds(1), Duration.ofMillis(100))));
    String body = "{\"max_tokens\":10," + Lab.body(FLASH, "hello").substring(1);

    FakeExchange exchange = paced.chat("sk-demo", body).play();

    assertThat(exchange.sentMillis()).containsExactly(1000L + (10 + 3) * 100);
    assertThat(exchange.headerLines()).contains("content-length: " + exchange.text().length());
    assertThat(paced.journal())
        .containsExactly("Received", "Admitted", "Answered 200", "Completed");
  }

  @Test
  void ends_before_a_stop_sequence() {
    String body = "{\"stop\":[\".\"]," + Lab.body(FLASH, "hello").substring(1);

    String text = lab.chat("sk-demo", body).text();

    assertThat(text).contains("\"finish_reason\":\"stop\"").doesNotContain(".\",\"role\"");
  }

  @Test
  void settles_a_disconnected_stream_once_with_what_was_sent() {
    FakeExchange exchange = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello")));

    exchange.playThenDisconnect(4);
    exchange.endAgain();

    assertThat(lab.tokens("demo")).isEqualTo(8 + 3);
    assertThat(lab.platform().accounts().find("demo").orElseThrow().use(0).limiter())
        .satisfies(limiter -> assertThat(limiter.snapshot(lab.now()).inFlight()).isZero());
    assertThat(lab.journal())
        .startsWith("Received", "Admitted", "FirstToken", "Aborted")
        .doesNotContain("Completed");
  }

  @Test
  void charges_no_tokens_when_the_client_leaves_before_the_first_event() {
    FakeExchange exchange = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello")));

    exchange.playThenDisconnect(0);

    assertThat(lab.tokens("demo")).isZero();
    assertThat(lab.journal()).containsExactly("Received", "Admitted", "Aborted");
  }

  @Test
  void lists_the_models_in_the_observed_order() {
    assertThat(lab.get("/v1/models").text())
        .isEqualTo(
            "{\"object\":\"list\",\"data\":["
                + "{\"id\":\"mimo-v2-flash\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2-omni\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2-pro\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2-tts\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2.5\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2.5-pro\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2.5-tts\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2.5-tts-voiceclone\",\"object\":\"model\",\"owned_by\":\"xiaomi\"},"
                + "{\"id\":\"mimo-v2.5-tts-voicedesign\",\"object\":\"model\",\"owned_by\":\"xiaomi\"}"
                + "]}");
  }

  @Test
  void allows_any_origin_only_when_a_browser_asks() {
    byte[] nothing = new byte[0];
    Map<String, String> browser = Map.of("api-key", "sk-a", "origin", "https://app.example");

    assertThat(lab.send("GET", "/v1/models", browser, nothing).headerLines())
        .contains("access-control-allow-origin: *");
    assertThat(lab.get("/v1/models").headerLines())
        .doesNotContain("access-control-allow-origin: *");
  }
}
