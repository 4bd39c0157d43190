package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration can change: load, moderation, directives and the platform's habits. */
class SwitchesTest {

  private final Path dir;

  SwitchesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void refuses_for_load_without_charging_and_goes_on_when_answers_are_done() throws IOException {
    Lab lab =
        lab("latency: {fixed: {ttftMillis: 1000, interTokenMillis: 1}}\nload: {refuseAbove: 2}\n");
    FakeExchange first = lab.chat("sk-a", Lab.body(PRO, "hello"));
    lab.chat("sk-b", Lab.body(PRO, "hello"));

    FakeExchange third = lab.chat("sk-c", Lab.body(PRO, "hello"));
    first.play();
    FakeExchange fourth = lab.chat("sk-c", Lab.body(PRO, "hello"));

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.text()).contains("\"type\": \"limitation\"");
    assertThat(lab.journal()).contains("Rejected[OVERLOAD]");
    assertThat(fourth.streams()).isTrue();
  }

  @Test
  void slows_answers_down_above_the_knee() throws IOException {
    Lab lab =
        lab(
            """
            latency: {fixed: {ttftMillis: 100, interTokenMillis: 10}}
            content: {outputTokens: 1}
            load: {knee: 1, ttftSlope: 1, interTokenSlope: 0.5}
            """);
    lab.chat("sk-a", Lab.streamed(Lab.body(PRO, "hello")));

    FakeExchange second = lab.chat("sk-b", Lab.streamed(Lab.body(PRO, "hello"))).play();

    assertThat(second.sentMillis()).containsExactly(200L, 215L, 230L, 245L, 260L);
  }

  @Test
  void a_refusal_by_the_limiter_takes_no_place_in_the_load() throws IOException {
    Lab lab =
        lab(
            """
            load: {refuseAbove: 1}
            accounts: [{id: tiny, keys: [sk-tiny], quota: {requestsPerMinute: 1}}]
            """);

    IntStream.range(0, 5).forEach(i -> lab.chat("sk-tiny", Lab.body(PRO, "hello")));

    assertThat(lab.chat("sk-other", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    assertThat(lab.journal()).doesNotContain("Rejected[OVERLOAD]");
  }

  @Test
  void moderates_by_keyword_over_all_turns_and_charges_nothing() throws IOException {
    Lab lab = lab("content: {moderation: {blocked: [forbidden]}}\n");
    String body =
        "{\"model\":\"mimo-v2.5-pro\",\"messages\":[{\"role\":\"system\",\"content\":\"FORBIDDEN"
            + " things\"},{\"role\":\"user\",\"content\":\"hello\"}]}";

    FakeExchange refused = lab.chat("sk-demo", body);

    assertThat(refused.status()).isEqualTo(421);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"code\":\"421\",\"message\":\"Moderation Block\",\"param\":\"The request"
                + " was rejected because it was considered high risk\",\"type\":\"content_filter\"}}");
    assertThat(lab.journal()).doesNotContain("Admitted");
  }

  @Test
  void obeys_directives_in_the_prompt() {
    Lab lab = new Lab();

    FakeExchange said =
        lab.chat(
                "sk-demo",
                Lab.streamed(
                    Lab.body(PRO, "Hi [[mimokit: tokens=3 reasoning=2 ttft=100ms itl=5ms]]")))
            .play();

    assertThat(said.sentMillis())
        .containsExactly(100L, 105L, 110L, 115L, 120L, 125L, 130L, 135L, 140L);
    assertThat(said.text()).contains("\"reasoning_tokens\":2");
  }

  @Test
  void answers_a_directive_for_an_error_with_it_and_a_wrong_one_with_400() {
    Lab lab = new Lab();

    assertThat(lab.chat("sk-demo", Lab.body(PRO, "[[mimokit: error=503]]")).status())
        .isEqualTo(503);
    assertThat(lab.chat("sk-demo", Lab.body(PRO, "[[mimokit: error=illegal_access]]")).status())
        .isEqualTo(403);
    assertThat(lab.chat("sk-demo", Lab.body(PRO, "[[mimokit: error=nonsense]]")).text())
        .contains("unknown error 'nonsense'");
    assertThat(lab.chat("sk-demo", Lab.body(PRO, "[[mimokit: speed=3]]")).text())
        .contains("unknown name 'speed'");
  }

  @Test
  void takes_the_suffix_for_a_long_context_or_not() throws IOException {
    assertThat(new Lab().chat("sk-demo", Lab.body("mimo-v2.5-pro[1m]", "hello")).status())
        .isEqualTo(200);
    assertThat(
            lab("wire: {stripOneMillionSuffix: false}\n")
                .chat("sk-demo", Lab.body("mimo-v2.5-pro[1m]", "hello"))
                .text())
        .contains("Not supported model mimo-v2.5-pro[1m]");
  }

  @Test
  void answers_an_overflow_with_the_status_that_is_chosen() throws IOException {
    Lab lab = lab("wire: {contextOverflowStatus: 413}\n");
    String body =
        "{\"model\":\"mimo-v2-flash\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + "river ".repeat(300_000)
            + "\"}]}";

    assertThat(lab.chat("sk-demo", body).status()).isEqualTo(413);
  }

  @Test
  void keeps_created_constant_when_told_to() throws IOException {
    String pace = "latency: {fixed: {ttftMillis: 0, interTokenMillis: 1000}}\n";

    assertThat(created(lab(pace))).isGreaterThan(3);
    assertThat(created(lab(pace + "wire: {createdDrifts: false}\n"))).isEqualTo(1);
  }

  @Test
  void charges_speech_its_answer_or_not() throws IOException {
    String body =
        "{\"model\":\"mimo-v2.5-tts\",\"messages\":[{\"role\":\"assistant\",\"content\":\"The lantern"
            + " is lit.\"}]}";
    Lab charging = new Lab();
    Lab sparing = lab("wire: {ttsCharge: false}\n");

    long usage = charging.usage(charging.chat("sk-demo", body));
    long prompt = usage - sparing.completion(sparing.chat("sk-demo", body));

    assertThat(charging.tokens("demo", "mimo-v2.5-tts")).isEqualTo(usage);
    assertThat(sparing.tokens("demo", "mimo-v2.5-tts")).isEqualTo(prompt);
  }

  @Test
  void replays_a_recording_at_its_times() throws IOException {
    Files.writeString(
        dir.resolve("heard.jsonl"),
        """
        {"offsetMillis":120,"data":"{\\"a\\":1}"}
        {"offsetMillis":450,"data":"[DONE]"}
        """);
    Lab lab =
        lab(
            "content: {recordings: [{contains: replay, file: "
                + dir.resolve("heard.jsonl")
                + "}]}");

    FakeExchange stream = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "replay this"))).play();
    FakeExchange other = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello"))).play();

    assertThat(stream.text()).isEqualTo("data: {\"a\":1}\n\ndata: [DONE]\n\n");
    assertThat(stream.sentMillis()).containsExactly(120L, 450L);
    assertThat(other.text()).contains("chat.completion.chunk");
  }

  @Test
  void replays_each_protocols_own_recording() throws IOException {
    Files.writeString(dir.resolve("chat.txt"), "0.1 data: [DONE]\n0.1\n");
    Files.writeString(
        dir.resolve("messages.txt"),
        "0.2 event: message_start\n0.2 data: {}\n0.2\n0.3 event: ping\n0.3 data: {}\n");
    Lab lab =
        lab(
            "content: {recordings: [{contains: replay, capture: "
                + dir.resolve("chat.txt")
                + "}, {contains: replay, capture: "
                + dir.resolve("messages.txt")
                + "}]}");
    String body = Lab.streamed(Lab.with("\"max_tokens\":9", Lab.body(PRO, "replay this")));

    FakeExchange chat = lab.chat("sk-demo", body).play();
    FakeExchange messages =
        lab.send(
                "POST",
                "/anthropic/v1/messages",
                Map.of("api-key", "sk-demo"),
                body.getBytes(StandardCharsets.UTF_8))
            .play();

    assertThat(chat.text()).isEqualTo("data: [DONE]\n\n");
    assertThat(messages.text())
        .isEqualTo("event: message_start\ndata: {}\n\nevent: ping\ndata: {}\n\n");
    assertThat(messages.sentMillis()).containsExactly(200L, 300L);
  }

  private static long created(Lab lab) {
    FakeExchange exchange = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello"))).play();
    return java.util.regex.Pattern.compile("\"created\":([0-9]+)")
        .matcher(exchange.text())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .count();
  }

  private Lab lab(String yaml) throws IOException {
    Path file = Files.createTempFile(dir, "switches", ".yaml");
    Lab lab = new Lab(ServerOptions.defaults().configuredBy(Files.writeString(file, yaml)));
    lab.pass(Duration.ofSeconds(1));
    return lab;
  }
}
