package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String TOO_MANY_REQUESTS =
      """
      {
          "error": {
              "code": "429",
              "message": "Too many requests",
              "type": "limitation"
          }
      }\
      """;

  private final Lab lab = new Lab();

  @Test
  void refuses_the_101st_request_in_a_minute_over_two_keys_of_one_account() {
    for (int i = 0; i < 100; i++) {
      String key = i % 2 == 0 ? "sk-acme.a" : "sk-acme.b";
      assertThat(lab.chat(key, Lab.body(PRO, "hello")).status()).isEqualTo(200);
    }

    FakeExchange refused = lab.chat("sk-acme.c", Lab.body(PRO, "hello"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).isEqualTo(TOO_MANY_REQUESTS);
    assertThat(refused.headerLines())
        .containsExactly(
            "content-type: application/json",
            "vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            "server: MiFE/3.4.34");
    assertThat(lab.chat("sk-acme.a", Lab.body("mimo-v2.5", "hello")).status()).isEqualTo(200);
    assertThat(lab.chat("sk-other", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    assertThat(lab.get("/v1/models").status()).isEqualTo(200);
  }

  @Test
  void admits_at_most_100_in_any_60_seconds() {
    List<Integer> admittedAtSeconds = new ArrayList<>();
    for (int second = 0; second < 180; second++) {
      for (int i = 0; i < 3; i++) {
        if (lab.chat("sk-acme", Lab.body(PRO, "hello")).status() == 200) {
          admittedAtSeconds.add(second);
        }
      }
      lab.pass(Duration.ofSeconds(1));
    }

    for (int from = 0; from < 120; from++) {
      int start = from;
      assertThat(admittedAtSeconds.stream().filter(at -> at >= start && at < start + 60).count())
          .isLessThanOrEqualTo(100);
    }
    assertThat(admittedAtSeconds).hasSize(300);
  }

  @Test
  void admits_again_exactly_when_the_first_request_is_a_minute_old() {
    for (int i = 0; i < 100; i++) {
      lab.chat("sk-acme", Lab.body(PRO, "hello"));
    }

    lab.pass(Duration.ofSeconds(60).minusNanos(1));
    int before = lab.chat("sk-acme", Lab.body(PRO, "hello")).status();
    lab.pass(Duration.ofNanos(1));
    int then = lab.chat("sk-acme", Lab.body(PRO, "hello")).status();

    assertThat(List.of(before, then)).containsExactly(429, 200);
  }

  @Test
  void takes_no_permit_for_wrong_keys_and_wrong_requests() {
    for (int i = 0; i < 300; i++) {
      assertThat(lab.chat("tp-acme", Lab.body(PRO, "hello")).status()).isEqualTo(401);
      assertThat(lab.chat("sk-acme", "{\"model\":\"" + PRO + "\"}").status()).isEqualTo(400);
    }

    assertThat(lab.chat("sk-acme", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    assertThat(lab.platform().accounts().find("acme").orElseThrow().use(0).limiter())
        .satisfies(limiter -> assertThat(limiter.snapshot(lab.now()).requests()).isEqualTo(1));
  }

  @Test
  void charges_prompt_and_named_maximum_until_the_answer_settles() {
    String body = Lab.streamed(Lab.body(PRO, "hello"));
    String named = "{\"max_tokens\":5000," + body.substring(1);

    FakeExchange exchange = lab.chat("sk-acme", named);
    long reserved = lab.tokens("acme");
    exchange.play();

    assertThat(reserved).isEqualTo(5000 + 8);
    assertThat(lab.tokens("acme")).isEqualTo(lab.usage(exchange));
  }

  @Test
  void reserves_the_model_maximum_under_the_strict_profile() {
    Lab strict = new Lab(ServerOptions.defaults().under("strict"));

    strict.chat("sk-acme", Lab.streamed(Lab.body(PRO, "hello")));

    assertThat(strict.tokens("acme")).isEqualTo(131072 + 8);
  }

  @Test
  void refuses_a_request_that_is_larger_than_the_quota_without_a_wait() {
    lab.post(
        "/__mimokit/accounts/acme/restore",
        """
        {"retryAfter": "seconds", "quota": {"tokensPerMinute": 5}}""");

    FakeExchange refused = lab.chat("sk-acme", Lab.body(PRO, "hello"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headerLines()).noneMatch(line -> line.startsWith("retry-after"));
    assertThat(lab.journal()).containsExactly("Received", "Rejected[TPM]", "Answered 429");
  }

  @Test
  void refuses_by_concurrency_while_streams_are_open() {
    lab.post("/__mimokit/accounts/acme/restore", "{\"quota\": {\"concurrency\": 1}}");
    FakeExchange open = lab.chat("sk-acme", Lab.streamed(Lab.body(PRO, "hello")));

    FakeExchange refused = lab.chat("sk-acme", Lab.body(PRO, "hello"));
    open.play();
    FakeExchange admitted = lab.chat("sk-acme", Lab.body(PRO, "hello"));

    assertThat(refused.text()).isEqualTo(TOO_MANY_REQUESTS);
    assertThat(admitted.status()).isEqualTo(200);
  }

  @Test
  void rounds_retry_after_up_to_whole_seconds() {
    restore("{\"ageMillis\":56001,\"requests\":100,\"tokens\":0}");
    FakeExchange fraction = lab.chat("sk-acme", Lab.body(PRO, "hello"));
    restore("{\"ageMillis\":56000,\"requests\":100,\"tokens\":0}");
    FakeExchange whole = lab.chat("sk-acme", Lab.body(PRO, "hello"));
    restore("{\"ageMillis\":55999,\"requests\":100,\"tokens\":0}");
    FakeExchange above = lab.chat("sk-acme", Lab.body(PRO, "hello"));

    assertThat(fraction.headerLines()).contains("retry-after: 4");
    assertThat(whole.headerLines()).contains("retry-after: 4");
    assertThat(above.headerLines()).contains("retry-after: 5");
  }

  @Test
  void sends_the_latest_of_the_violated_limits() {
    restore(
        "{\"ageMillis\":50000,\"requests\":100,\"tokens\":0},"
            + "{\"ageMillis\":20000,\"requests\":0,\"tokens\":10000000}");

    FakeExchange refused = lab.chat("sk-acme", Lab.body(PRO, "hello"));

    assertThat(refused.headerLines()).contains("retry-after: 40");
  }

  @Test
  void lets_everything_pass_when_limits_are_off() {
    Lab free = new Lab(ServerOptions.defaults().unlimited());

    for (int i = 0; i < 500; i++) {
      assertThat(free.chat("sk-acme", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    }
  }

  private void restore(String charges) {
    String state = "{\"retryAfter\":\"seconds\",\"model\":\"" + PRO + "\",\"charges\":[";
    assertThat(lab.post("/__mimokit/accounts/acme/restore", state + charges + "]}").status())
        .isEqualTo(204);
  }
}
