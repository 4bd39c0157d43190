package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTest {

  private final Lab lab = new Lab();

  @Test
  void restores_a_full_calendar_window_with_5_seconds_left() {
    restore(
        """
        {"profile":"calendar","retryAfter":"seconds","model":"mimo-v2.5-pro",
         "windowAgeMillis":55000,"charges":[{"ageMillis":3000,"requests":100,"tokens":0}]}""");

    FakeExchange refused = lab.chat("sk-case", Lab.body(PRO, "job-1"));
    lab.pass(Duration.ofMillis(4_999));
    int early = lab.chat("sk-case", Lab.body(PRO, "job-1")).status();
    lab.pass(Duration.ofMillis(1));
    int then = lab.chat("sk-case", Lab.body(PRO, "job-1")).status();

    assertThat(refused.headerLines()).contains("retry-after: 5");
    assertThat(List.of(early, then)).containsExactly(429, 200);
  }

  @Test
  void restores_a_sliding_log_whose_permits_return_one_by_one() {
    restore(
        """
        {"model":"mimo-v2.5-pro","charges":[{"ageMillis":56000,"requests":1,"tokens":0},
         {"ageMillis":50000,"requests":99,"tokens":0}]}""");

    List<Integer> statuses = new ArrayList<>();
    for (int second = 0; second < 6; second++) {
      statuses.add(lab.chat("sk-case", Lab.body(PRO, "job-1")).status());
      lab.pass(Duration.ofSeconds(1));
    }

    assertThat(statuses).containsExactly(429, 429, 429, 429, 200, 429);
  }

  @Test
  void aligns_the_calendar_profile_to_the_wall_clocks_minute() {
    restore("{\"profile\":\"calendar\",\"retryAfter\":\"seconds\"}");
    for (int i = 0; i < 100; i++) {
      lab.chat("sk-case", Lab.body(PRO, "job-1"));
    }

    assertThat(lab.chat("sk-case", Lab.body(PRO, "job-1")).headerLines())
        .contains("retry-after: 20");
  }

  @Test
  void shows_an_account_with_limits_grounds_and_true_causes() {
    restore("{\"model\":\"mimo-v2.5-pro\",\"charges\":[{\"ageMillis\":57500,\"requests\":100}]}");
    lab.chat("sk-case", Lab.body(PRO, "job-1"));

    FakeExchange shown = lab.get("/__mimokit/accounts/case");

    assertThat(shown.text())
        .startsWith(
            "{\"schemaVersion\":1,\"account\":\"case\",\"configured\":false,"
                + "\"profile\":\"documented\",\"retryAfter\":\"none\",\"scripted\":0,\"models\":["
                + "{\"model\":\"mimo-v2.5-pro\",\"limits\":{\"requestsPerMinute\":{\"value\":100,"
                + "\"provenance\":\"DOCUMENTED\"")
        .contains("\"concurrency\":{\"value\":100,\"provenance\":\"ASSUMED\"")
        .endsWith(
            "\"window\":\"sliding-log\"},\"requestsUsed\":100,\"tokensUsed\":0,\"inFlight\":0,"
                + "\"nextPermitMillis\":2500,\"refused\":{\"RPM\":1,\"TPM\":0,\"CONCURRENCY\":0,"
                + "\"OVERLOAD\":0}}]}");
  }

  @Test
  void reads_the_journal_of_one_account_from_where_it_stopped() {
    lab.chat("sk-one", Lab.body(PRO, "job-1"));
    lab.chat("sk-two.secret", Lab.body(PRO, "job-2"));

    FakeExchange first = lab.get("/__mimokit/journal?account=two&after=0");
    lab.chat("sk-two", Lab.body(PRO, "job-3"));
    FakeExchange rest = lab.get("/__mimokit/journal?account=two&after=8");

    assertThat(first.headerLines()).contains("content-type: application/x-ndjson", "x-next: 8");
    assertThat(first.text())
        .hasLineCount(4)
        .contains("\"call\":\"job-2\"")
        .doesNotContain("secret")
        .doesNotContain("job-1");
    assertThat(rest.text()).hasLineCount(4).contains("\"call\":\"job-3\"");
  }

  @Test
  void forgets_everything_at_a_reset() {
    for (int i = 0; i < 101; i++) {
      lab.chat("sk-one", Lab.body(PRO, "job-1"));
    }

    assertThat(lab.post("/__mimokit/reset", "").status()).isEqualTo(204);

    assertThat(lab.journal()).isEmpty();
    assertThat(lab.get("/__mimokit/accounts/one").status()).isEqualTo(404);
    assertThat(lab.chat("sk-one", Lab.body(PRO, "job-1")).status()).isEqualTo(200);
  }

  @Test
  void says_that_it_is_healthy() {
    assertThat(lab.get("/__mimokit/health").text()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void is_off_where_others_can_reach_it_but_tells_its_health() {
    ServerOptions reachable = ServerOptions.defaults().listeningOn("0.0.0.0", 0);
    Lab off = new Lab(reachable);
    Lab guarded = new Lab(reachable.administeredWith("secret"));
    Map<String, String> token = Map.of("x-mimokit-token", "secret");

    assertThat(off.get("/__mimokit/journal").status()).isEqualTo(403);
    assertThat(off.get("/__mimokit/journal").text()).contains("--admin-token").hasLineCount(1);
    assertThat(off.get("/__mimokit/health").status()).isEqualTo(200);
    assertThat(off.chat("sk-demo", Lab.body(PRO, "job-1")).status()).isEqualTo(200);
    assertThat(guarded.get("/__mimokit/metrics").status()).isEqualTo(403);
    assertThat(guarded.send("GET", "/__mimokit/metrics", token, new byte[0]).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"inFlight\":1}|'model' is missing: a state belongs to one model",
        "{\"model\":\"gpt-4\"}|'model' is not in the catalogue: gpt-4",
        "{\"profile\":\"../../etc/passwd\"}|unknown profile '../../etc/passwd', expected one of",
        "{\"retryAfter\":\"maybe\"}|'retryAfter' must be none or seconds",
        "{\"quota\":{\"concurrency\":0}}|'quota.concurrency' must be a whole number within 1..",
        "{\"modle\":\"x\"}|'modle' is unknown, expected one of profile, retryAfter, model",
        "{\"model\":\"mimo-v2.5\",\"charges\":[{\"requests\":-1}]}|'charges[0].requests' must be",
        "[]|body must be a JSON object"
      })
  void refuses_bad_restores_in_one_line_and_changes_nothing(String body, String line) {
    lab.chat("sk-case", Lab.body(PRO, "job-1"));
    String before = lab.get("/__mimokit/accounts/case").text();

    FakeExchange refused = lab.post("/__mimokit/accounts/case/restore", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(line).hasLineCount(1);
    assertThat(lab.get("/__mimokit/accounts/case").text()).isEqualTo(before);
  }

  @Test
  void refuses_unknown_paths_methods_and_parameters() {
    assertThat(lab.get("/__mimokit/nothing").status()).isEqualTo(404);
    assertThat(lab.get("/__mimokit/accounts/never-seen").status()).isEqualTo(404);
    assertThat(lab.get("/__mimokit/reset").status()).isEqualTo(405);
    assertThat(lab.get("/__mimokit/journal?after=x").status()).isEqualTo(400);
    assertThat(lab.get("/__mimokit/journal?since=1").status()).isEqualTo(400);
    assertThat(lab.send("DELETE", "/__mimokit/scripts/x", Map.of(), new byte[0]).status())
        .isEqualTo(404);
  }

  private void restore(String body) {
    assertThat(lab.post("/__mimokit/accounts/case/restore", body).status()).isEqualTo(204);
  }
}
