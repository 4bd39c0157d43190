package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

  private final Lab lab = new Lab();

  @Test
  void answers_the_attempts_of_a_call_step_by_step() {
    script(
        """
        [[{"status":429,"retryAfter":"2","error":"limitation","times":2},{"status":503}]]""",
        "serve");

    assertThat(attempts("job-1", 4)).containsExactly(429, 429, 503, 200);
    assertThat(lab.journal())
        .containsSubsequence(
            "Received", "Rejected[SCRIPTED]", "Answered 429", "Received", "Rejected[SCRIPTED]");
    assertThat(lab.tokens("case-1")).isPositive();
  }

  @Test
  void gives_new_calls_the_variants_in_turn() {
    script("[[{\"status\":429}],[{\"status\":500},{\"status\":502}]]", "serve");

    List<List<Integer>> statuses = new ArrayList<>();
    for (String call : List.of("job-a", "job-b", "job-c")) {
      statuses.add(attempts(call, 3));
    }

    assertThat(statuses)
        .containsExactly(List.of(429, 200, 200), List.of(500, 502, 200), List.of(429, 200, 200));
  }

  @Test
  void repeats_the_last_step_for_ever() {
    script("[[{\"status\":200},{\"status\":529}]]", "repeat");

    assertThat(attempts("job-1", 4)).containsExactly(200, 529, 529, 529);
  }

  @Test
  void sends_retry_after_as_it_was_written() {
    script("[[{\"status\":429,\"retryAfter\":\"soon-ish; 2\"}]]", "repeat");

    assertThat(lab.chat("sk-case-1", Lab.body(PRO, "job-1")).headerLines())
        .contains("retry-after: soon-ish; 2");
  }

  @Test
  void charges_nothing_for_scripted_answers() {
    script("[[{\"status\":429}]]", "repeat");

    for (int i = 0; i < 150; i++) {
      lab.chat("sk-case-1", Lab.body(PRO, "no name"));
    }

    assertThat(lab.tokens("case-1")).isZero();
    assertThat(lab.get("/__mimokit/accounts/case-1").text()).contains("\"scripted\":150");
  }

  @Test
  void knows_a_call_by_its_header_before_its_prompt() {
    script("[[{\"status\":429}]]", "serve");
    byte[] body = Lab.body(PRO, "job-other").getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("api-key", "sk-case-1", "x-job", "mine");

    assertThat(lab.chat(headers, body).status()).isEqualTo(429);
    assertThat(lab.chat(headers, body).status()).isEqualTo(200);
    assertThat(attempts("job-other", 2)).containsExactly(429, 200);
  }

  @Test
  void ends_with_its_deletion() {
    script("[[{\"status\":429}]]", "repeat");

    lab.send("DELETE", "/__mimokit/scripts/case-1", Map.of(), new byte[0]);

    assertThat(attempts("job-1", 1)).containsExactly(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"status\":401}|\"type\": \"invalid_key\"",
        "{\"status\":402}|\"message\": \"Insufficient account balance\"",
        "{\"status\":403}|\"message\": \"Illegal access\"",
        "{\"status\":400,\"error\":\"content_filter\"}|\"message\":\"Moderation Block\"",
        "{\"status\":429,\"error\":\"quota_exhausted\"}|\"message\": \"quota exhausted\"",
        "{\"status\":504}|{\"error\":{\"code\":\"504\",\"message\":\"Gateway Timeout\""
      })
  void names_the_platforms_bodies(String step, String part) {
    script("[[" + step + "]]", "repeat");

    assertThat(lab.chat("sk-case-1", Lab.body(PRO, "job-1")).text()).contains(part);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}|'variants' must be a list",
        "{\"variants\":[[{\"status\":429}]]}|'account' is missing",
        "{\"account\":\"a\",\"variants\":[]}|a script needs at least one variant",
        "{\"account\":\"a\",\"variants\":[[{\"status\":302}]]}|status must be 200 or within 400",
        "{\"account\":\"a\",\"variants\":[[{\"statsu\":429}]]}|'variants[0][0].statsu' is unknown",
        "{\"account\":\"a\",\"variants\":[[{\"status\":429,\"error\":\"x\"}]]}|unknown error 'x'",
        "{\"account\":\"a\",\"variants\":[[{\"status\":429}]],\"then\":\"stop\"}|'then' must be",
        "{\"account\"|body is not JSON"
      })
  void refuses_a_broken_script_in_one_line(String body, String line) {
    FakeExchange refused = lab.post("/__mimokit/scripts", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(line).hasLineCount(1);
  }

  private void script(String variants, String then) {
    String body =
        "{\"account\":\"case-1\",\"variants\":" + variants + ",\"then\":\"" + then + "\"}";
    assertThat(lab.post("/__mimokit/scripts", body).status()).isEqualTo(204);
  }

  private List<Integer> attempts(String call, int count) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String prompt = "Please do " + call + " now";
      statuses.add(lab.chat("sk-case-1.k" + i, Lab.body(PRO, prompt)).status());
    }
    return statuses;
  }
}
