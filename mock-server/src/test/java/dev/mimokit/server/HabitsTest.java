package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Habits of the platform that nobody has seen, each with its switch. */
class HabitsTest {

  private static final String KEY = "sk-demo";

  private final Path dir;

  HabitsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incorrect|400|`temperature` must be within 0.0 and 1.5",
        "validator|400|[{'type': 'less_than_equal', 'loc': ('body', 'temperature'), 'msg': 'Input"
            + " should be less than or equal to 1.5', 'input': 1.75, 'ctx': {'le': 1.5}}]",
        "ignored|200|chat.completion"
      })
  void treats_a_value_out_of_range_as_it_is_told_to(String how, int status, String text)
      throws IOException {
    FakeExchange answer =
        lab("wire: {outOfRange: " + how + "}")
            .chat(KEY, Lab.with("\"temperature\":1.75", Lab.body(FLASH, "hi")));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(text);
  }

  @Test
  void the_validator_says_which_bound_was_left() throws IOException {
    Lab lab = lab("wire: {outOfRange: validator}");

    assertThat(lab.chat(KEY, Lab.with("\"top_p\":0", Lab.body(FLASH, "hi"))).text())
        .contains(
            "'greater_than_equal', 'loc': ('body', 'top_p')", "'input': 0, 'ctx': {'ge': 0.01}");
    assertThat(lab.chat(KEY, Lab.with("\"presence_penalty\":3", Lab.body(FLASH, "hi"))).text())
        .contains("'loc': ('body', 'presence_penalty')", "{'le': 2.0}");
    assertThat(lab.chat(KEY, Lab.with("\"top_p\":\"x\"", Lab.body(FLASH, "hi"))).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manyStopsRefused: false|\"stop\":[\"a1\",\"b2\",\"c3\",\"d4\",\"e5\"]",
        "nRefused: false|\"n\":1",
        "jsonSchema: text|\"response_format\":{\"type\":\"json_schema\"}",
      })
  void lets_pass_what_it_usually_refuses(String change, String field) throws IOException {
    String body = Lab.with(field, Lab.body(FLASH, "hi"));

    assertThat(new Lab().chat(KEY, body).status()).isEqualTo(400);
    assertThat(lab("wire: {" + change + "}").chat(KEY, body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unsettledFieldsRefused: true|\"seed\":7|`seed` is not supported",
        "unsettledFieldsRefused: true|\"logprobs\":true|`logprobs` is not supported",
        "nullContentRefused: true|\"x\":1|`text` is not present"
      })
  void refuses_what_it_usually_lets_pass(String change, String field, String param)
      throws IOException {
    String body =
        "{"
            + field
            + ",\"model\":\"mimo-v2-flash\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"},"
            + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\","
            + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
            + "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"4\"}]}";

    assertThat(new Lab().chat(KEY, body).status()).isEqualTo(200);
    assertThat(lab("wire: {" + change + "}").chat(KEY, body).text()).contains(param);
  }

  @Test
  void takes_a_schema_for_an_object_when_told_to() throws IOException {
    FakeExchange answer =
        lab("wire: {jsonSchema: json-object}")
            .chat(
                KEY,
                Lab.with(
                    "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\"}}",
                    Lab.body(FLASH, "As JSON with the key city.")));

    assertThat(answer.text()).contains("\"content\":\"{\\\"city\\\":");
  }

  @Test
  void bad_requests_meet_the_limits_only_when_told_to() throws IOException {
    String accounts = "accounts: [{id: tiny, keys: [sk-tiny], quota: {requestsPerMinute: 2}}]\n";
    String bad = Lab.with("\"n\":1", Lab.body(PRO, "hi"));
    Lab free = lab(accounts);
    Lab counted = lab(accounts + "wire: {badRequests: counted}\n");

    for (int i = 0; i < 3; i++) {
      assertThat(free.chat("sk-tiny", bad).status()).isEqualTo(400);
    }
    assertThat(free.tokens("tiny")).isZero();
    assertThat(counted.chat("sk-tiny", bad).status()).isEqualTo(400);
    assertThat(counted.chat("sk-tiny", bad).status()).isEqualTo(400);
    assertThat(counted.chat("sk-tiny", bad).status()).isEqualTo(429);
    assertThat(counted.tokens("tiny")).isZero();
    assertThat(counted.chat("nobody", bad).status()).isEqualTo(401);
  }

  @Test
  void remembers_beginnings_of_conversations_when_told_to() throws IOException {
    Lab lab = lab("wire: {promptCache: true}");
    String first = Lab.body(FLASH, "One two three four five.");
    String longer =
        first.replace(
            "}]}",
            "},{\"role\":\"assistant\",\"content\":\"Six.\"},{\"role\":\"user\",\"content\":\"And?\"}]}");

    assertThat(lab.chat(KEY, first).text()).contains("\"prompt_tokens_details\":{}");
    // 6 tokens of text and 4 of the message; 3 open the answer, 2 say that there is no thinking.
    assertThat(lab.chat(KEY, first).text())
        .contains("\"prompt_tokens\":15", "\"prompt_tokens_details\":{\"cached_tokens\":10}");
    assertThat(lab.chat(KEY, longer).text()).contains("{\"cached_tokens\":10}");
    assertThat(lab.chat("sk-other", first).text()).contains("\"prompt_tokens_details\":{}");
    assertThat(lab.chat(KEY, first.replace(FLASH, PRO)).text()).doesNotContain("cached_tokens");
    lab.post("/__mimokit/reset", "");
    assertThat(lab.chat(KEY, first).text()).doesNotContain("cached_tokens");
  }

  @Test
  void rounds_cached_tokens_down_to_the_grain_and_charges_them_or_not() throws IOException {
    String cache = "wire: {promptCache: true, cacheGrain: 4, cachedTokensCharged: false}";
    Lab lab = lab(cache);
    String body = Lab.body(FLASH, "One two three four five.");
    long whole = lab.usage(lab.chat(KEY, body));

    FakeExchange again = lab.chat(KEY, body);

    assertThat(again.text()).contains("{\"cached_tokens\":8}");
    assertThat(lab.usage(again)).isEqualTo(whole);
    assertThat(lab.tokens("demo", FLASH)).isEqualTo(2 * whole - 8);
  }

  @Test
  void tells_cached_tokens_a_prompt_asks_for_in_both_protocols() {
    Lab lab = new Lab();
    String prompt = "[[mimokit: cached=5 tokens=3]]";

    assertThat(lab.chat(KEY, Lab.body(FLASH, prompt)).text()).contains("{\"cached_tokens\":5}");
    assertThat(lab.chat(KEY, Lab.streamed(Lab.body(FLASH, prompt))).play().text())
        .contains("{\"cached_tokens\":5}");
    assertThat(lab.chat(KEY, Lab.body(FLASH, "[[mimokit: cached=99999]]")).text())
        .containsPattern("\"prompt_tokens\":([0-9]+).*cached_tokens\":[0-9]{2}}");
    assertThat(messages(lab, "{\"max_tokens\":9," + Lab.body(FLASH, prompt).substring(1)).text())
        .contains("\"cache_read_input_tokens\":5");
  }

  @Test
  void reads_a_million_as_it_is_told_to() throws IOException {
    String body =
        Lab.with("\"max_completion_tokens\":1", Lab.body(FLASH, "river ".repeat(258_000)));

    assertThat(new Lab().chat(KEY, body).status()).isEqualTo(200);
    assertThat(lab("wire: {kilo: 1000}").chat(KEY, body).text())
        .contains("maximum context length is 256000 tokens");
    assertThat(
            lab("wire: {kilo: 1000}")
                .chat(KEY, Lab.with("\"max_completion_tokens\":131072", Lab.body(PRO, "hi")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void counts_speech_as_it_is_told_to() throws IOException {
    String body =
        "{\"model\":\"mimo-v2.5-tts\",\"messages\":[{\"role\":\"assistant\",\"content\":\"The"
            + " lantern is lit, and the boat goes out.\"}]}";
    Lab usual = new Lab();
    Lab finer = lab("wire: {ttsTokenMillis: 80}");

    long tokens = usual.completion(usual.chat(KEY, body));

    assertThat(finer.completion(finer.chat(KEY, body))).isBetween(2 * tokens - 1, 2 * tokens);
  }

  @Test
  void leaves_tools_uncounted_when_told_to() throws IOException {
    String tool =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{}}}]";
    String body = Lab.with(tool, Lab.body(FLASH, "hi"));
    Lab free = lab("wire: {toolTokens: false}");
    Lab plain = new Lab();

    assertThat(prompt(free, body)).isEqualTo(prompt(plain, Lab.body(FLASH, "hi")));
    assertThat(prompt(plain, body)).isGreaterThan(prompt(free, body));
  }

  @Test
  void names_the_model_that_was_asked_for_when_told_to() throws IOException {
    ServerOptions latest = ServerOptions.defaults().serving("2026-10-09");
    long whileForwarded = Instant.parse("2026-10-15T00:00:00Z").toEpochMilli();
    Path usual = file("wire: {forwarding: true}");
    Path asked = file("wire: {forwarding: true, answeredName: asked}");
    String body = Lab.body("mimo-v2.5[1m]", "hi");

    assertThat(new Lab(latest.configuredBy(usual), whileForwarded).chat(KEY, body).text())
        .contains("\"model\":\"mimo-v2.6-flash\"");
    assertThat(new Lab(latest.configuredBy(asked), whileForwarded).chat(KEY, body).text())
        .contains("\"model\":\"mimo-v2.5\"");
  }

  @Test
  void answers_other_methods_with_the_status_that_is_chosen() throws IOException {
    Lab lab = lab("wire: {otherMethodStatus: 405}");

    assertThat(new Lab().get("/v1/chat/completions").status()).isEqualTo(404);
    assertThat(lab.get("/v1/chat/completions").status()).isEqualTo(405);
    assertThat(lab.get("/v1/nothing").status()).isEqualTo(404);
  }

  @Test
  void gives_errors_that_were_never_seen_another_body() throws IOException {
    Lab lab =
        lab(
            """
            wire:
              errors:
                bad-json: {status: 422, code: bad, message: '{param}', param: '', type: json}
                missing-field: {message: gone}
                server-error: {message: Internal Server Error, type: server_error, texture: pretty}
                insufficient-balance: {param: Please recharge, texture: pretty}
                no-such-path: {message: nothing here}
                context-overflow: {message: too long, texture: compact}
            """);

    assertThat(lab.chat(KEY, "{").status()).isEqualTo(422);
    assertThat(lab.chat(KEY, "{").text())
        .isEqualTo(
            "{\"error\":{\"code\":\"bad\",\"message\":\"The request body is not a JSON object\","
                + "\"param\":\"\",\"type\":\"json\"}}");
    assertThat(lab.chat(KEY, "{\"model\":\"mimo-v2-flash\"}").text())
        .contains("\"message\":\"gone\",\"param\":\"`messages` is not set\"");
    assertThat(lab.chat(KEY, Lab.body(FLASH, "[[mimokit: error=500]]")).text())
        .isEqualTo(
            """
            {
                "error": {
                    "code": "500",
                    "message": "Internal Server Error",
                    "type": "server_error"
                }
            }""");
    assertThat(lab.chat(KEY, Lab.body(FLASH, "[[mimokit: error=insufficient_balance]]")).text())
        .contains(
            "    \"message\": \"Insufficient account balance\",\n        \"param\": \"Please");
    assertThat(lab.get("/v1/nothing").text()).contains("nothing here");
    assertThat(lab.chat(KEY, Lab.streamed(Lab.body(FLASH, "river ".repeat(300_000)))).text())
        .startsWith("{\"error\":{\"code\":\"400\",\"message\":\"too long\"");
  }

  @Test
  void shapes_scripted_errors_alike() throws IOException {
    Lab lab = lab("wire: {errors: {overloaded: {message: later, texture: pretty}}}");
    lab.post(
        "/__mimokit/scripts",
        "{\"account\":\"demo\",\"variants\":[[{\"status\":503}]],\"then\":\"serve\"}");

    FakeExchange answer = lab.chat(KEY, Lab.body(FLASH, "hi"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("    \"message\": \"later\"");
  }

  @Test
  void opens_an_anthropic_stream_as_it_is_told_to() throws IOException {
    String body = "{\"stream\":true,\"max_tokens\":9," + Lab.body(FLASH, "hi").substring(1);

    String pinging =
        messages(lab("wire: {anthropicPing: true, anthropicStartUsage: prompt}"), body)
            .play()
            .text();
    String bare = messages(lab("wire: {anthropicStartUsage: absent}"), body).play().text();
    String usual = messages(new Lab(), body).play().text();

    assertThat(pinging)
        .contains("event: ping\ndata: {\"type\":\"ping\"}\n\n")
        .contains("\"stop_reason\":null,\"usage\":{\"input_tokens\":10,\"output_tokens\":0}");
    assertThat(bare).contains("\"stop_reason\":null}}").doesNotContain("ping");
    assertThat(usual).contains("\"stop_reason\":null,\"usage\":{\"input_tokens\":0,");
  }

  @Test
  void prefixes_refused_streams_of_the_anthropic_path_when_told_to() throws IOException {
    String body = "{\"stream\":true,\"max_tokens\":0," + Lab.body(FLASH, "hi").substring(1);

    assertThat(messages(new Lab(), body).text()).startsWith("{");
    assertThat(messages(lab("wire: {anthropicErrorPrefix: true}"), body).text())
        .startsWith("data:{");
  }

  @Test
  void keys_of_another_cluster_are_wrong_keys() throws IOException {
    String accounts =
        "accounts: [{id: plan, keys: [tp-plan], plan: {region: sgp}}, {id: paid, keys: [sk-paid]}]\n";
    String body = Lab.body(FLASH, "hi");
    Lab everywhere = lab(accounts);
    Lab payg = lab(accounts + "cluster: payg\n");
    Lab singapore = lab(accounts + "cluster: sgp\n");
    Lab china = lab(accounts + "cluster: cn\n");

    assertThat(everywhere.chat("tp-plan", body).status()).isEqualTo(200);
    assertThat(everywhere.chat("sk-paid", body).status()).isEqualTo(200);
    assertThat(payg.chat("tp-plan", body).status()).isEqualTo(401);
    assertThat(payg.chat("sk-paid", body).status()).isEqualTo(200);
    assertThat(payg.chat("sk-anybody", body).status()).isEqualTo(200);
    assertThat(singapore.chat("tp-plan", body).status()).isEqualTo(200);
    assertThat(singapore.chat("sk-paid", body).status()).isEqualTo(401);
    assertThat(china.chat("tp-plan", body).status()).isEqualTo(401);
    assertThat(china.send("GET", "/v1/models", Map.of("api-key", "tp-plan"), new byte[0]).status())
        .isEqualTo(401);
    assertThat(china.chat("tp-plan", body).text()).contains("Please provide valid API Key");
  }

  @Test
  void accounts_that_cannot_pay_are_told_so_and_charged_nothing() throws IOException {
    Lab lab =
        lab(
            """
            accounts:
              - {id: poor, keys: [sk-poor], balance: 0}
              - {id: rich, keys: [sk-rich], balance: 12.5}
              - {id: spent, keys: [tp-spent], plan: {region: cn, spent: true}}
            """);

    assertThat(lab.chat("sk-poor", Lab.body(PRO, "hi")).status()).isEqualTo(402);
    assertThat(lab.chat("sk-poor", Lab.body(PRO, "hi")).text())
        .contains("\"type\": \"insufficient_balance\"");
    assertThat(lab.chat("tp-spent", Lab.body(PRO, "hi")).status()).isEqualTo(429);
    assertThat(lab.chat("tp-spent", Lab.body(PRO, "hi")).text())
        .contains("\"message\": \"quota exhausted\"");
    assertThat(lab.chat("sk-rich", Lab.body(PRO, "hi")).status()).isEqualTo(200);
    assertThat(lab.send("GET", "/v1/models", Map.of("api-key", "sk-poor"), new byte[0]).status())
        .isEqualTo(200);
    assertThat(lab.platform().accounts().find("poor").orElseThrow().seen(0)).isEmpty();
  }

  private static FakeExchange messages(Lab lab, String body) {
    return lab.send(
        "POST",
        "/anthropic/v1/messages",
        Map.of("x-api-key", KEY),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static long prompt(Lab lab, String body) {
    FakeExchange answer = lab.chat(KEY, body);
    return lab.usage(answer) - lab.completion(answer);
  }

  private Lab lab(String yaml) throws IOException {
    return new Lab(ServerOptions.defaults().configuredBy(file(yaml)));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(dir, "habits", ".yaml"), yaml);
  }
}
