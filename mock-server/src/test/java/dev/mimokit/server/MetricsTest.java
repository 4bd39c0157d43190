package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code GET /__mimokit/metrics} says. */
class MetricsTest {

  private final Lab lab = new Lab();

  @Test
  void counts_attempts_permits_answers_and_tokens_of_each_model() {
    FakeExchange whole = lab.chat("sk-demo", Lab.body(FLASH, "Say hello."));

    assertThat(metrics())
        .contains(
            "mimokit_requests_total{model=\"mimo-v2-flash\"} 1.0",
            "mimokit_admitted_total{model=\"mimo-v2-flash\"} 1.0",
            "mimokit_answers_total{model=\"mimo-v2-flash\",status=\"200\"} 1.0",
            "mimokit_tokens_total{kind=\"completion\",model=\"mimo-v2-flash\"} "
                + (double) lab.completion(whole),
            "mimokit_tokens_total{kind=\"prompt\",model=\"mimo-v2-flash\"} "
                + (double) (lab.usage(whole) - lab.completion(whole)),
            "mimokit_in_flight 0.0",
            "mimokit_accounts 1.0");
  }

  @Test
  void tells_the_true_cause_of_a_refusal_that_the_answer_does_not() {
    for (int i = 0; i < 102; i++) {
      lab.chat("sk-demo", Lab.body(PRO, "job-1"));
    }

    assertThat(metrics())
        .contains(
            "mimokit_rejected_total{cause=\"RPM\",model=\"mimo-v2.5-pro\"} 2.0",
            "mimokit_answers_total{model=\"mimo-v2.5-pro\",status=\"429\"} 2.0");
  }

  @Test
  void measures_the_time_to_the_first_token_of_a_stream() {
    lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "Say hello."))).play();

    assertThat(metrics())
        .contains("mimokit_time_to_first_token_seconds_count{model=\"mimo-v2.5-pro\"} 1");
  }

  @Test
  void counts_names_that_no_catalogue_has_as_one() {
    lab.chat("sk-demo", Lab.body("gpt-1", "x"));
    lab.chat("sk-demo", Lab.body("gpt-2", "x"));
    lab.chat("nobody", Lab.body(PRO, "x"));

    assertThat(metrics())
        .contains(
            "mimokit_requests_total{model=\"other\"} 2.0",
            "mimokit_answers_total{model=\"other\",status=\"400\"} 2.0",
            "mimokit_answers_total{model=\"mimo-v2.5-pro\",status=\"401\"} 1.0")
        .noneMatch(line -> line.contains("gpt"));
  }

  @Test
  void is_read_with_get_in_the_text_format_of_prometheus() {
    assertThat(lab.get("/__mimokit/metrics").headerLines())
        .contains("content-type: text/plain; version=0.0.4; charset=utf-8");
    assertThat(lab.send("POST", "/__mimokit/metrics", Map.of(), new byte[0]).status())
        .isEqualTo(405);
  }

  private List<String> metrics() {
    return lab.get("/__mimokit/metrics").text().lines().toList();
  }
}
