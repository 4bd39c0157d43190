package dev.mimokit.report.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mimokit.report.read.RunFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReportTest {

  private static final String PLAN =
      """
      {"schemaVersion": 1, "command": "size", "model": "mimo-v2.5-pro", "revision": "2026-05-22",
       "seed": 1, "replications": 10, "slo": "p99wait<=1s", "keys": "More keys never help.",
       "answers": [{
         "window": "sliding-log", "quotaUnits": 7, "offered": 8819, "admitted": 8819,
         "refused": 0, "givenUp": 0, "share429": 0.00012, "refusedPerCall": 0,
         "meanWaitSeconds": 0.012, "p50WaitSeconds": 0, "p90WaitSeconds": 0,
         "p99WaitSeconds": 0.5, "maxWaitSeconds": 3.1, "p99EndToEndSeconds": 7.8,
         "goodputShare": 0.9968, "peakWaiting": 23, "peakInFlight": 103.5,
         "drainSeconds": 3436, "drainBoundSeconds": 720, "cost": 131.58, "currency": "CNY",
         "bindingLimit": "RPM", "refusalShares": {"RPM": 1, "TPM": 0}, "first429Share": 0.01,
         "without": {"RPM": {"relief": 1, "p99WaitSeconds": 0, "meanWaitSeconds": 0,
                             "first429Share": 0}},
         "minutes": {"minutesPerPoint": 1, "requestLimit": 700, "requests": [3, 632, 0, 12],
                     "meanRequestUse": 0.2172},
         "waitByPercentile": [[0, 0], [50, 0], [99, 0.5], [100, 3.1]],
         "slo": {"text": "p99wait<=1s", "met": true, "missed": []},
         "oneUnitLess": {"quotaUnits": 6, "p99WaitSeconds": 9.3},
         "interval95": {"p99WaitSeconds": [0.4, 0.6]}}],
       "assumptions": ["client: <script>alert(1)</script>", "More keys never help."]}
      """;

  @Test
  void the_terminal_gets_a_table_a_conclusion_and_the_assumptions() throws IOException {
    String text = report().console();

    assertThat(text)
        .startsWith("window       units  SLO  binds  offered")
        .contains("500 ms (400 ms … 600 ms)", "0.012 %", "99.68 %", "131.58 CNY")
        .contains("7 quota units meet p99wait<=1s; 6 do not (p99 wait 9.3 s). RPM binds")
        .contains("Without RPM the mean wait is 0 s instead of 12 ms")
        .contains("This rests on:\n  - client:")
        .contains("More keys never help.");
  }

  @Test
  void the_summary_is_a_markdown_table() throws IOException {
    assertThat(report().markdown())
        .startsWith("## Capacity for p99wait<=1s\n\n| window | units | SLO | binds | offered |")
        .contains("\n|---|--:|--:|")
        .contains("\n- More keys never help.\n");
  }

  @Test
  void the_page_needs_nothing_but_itself_and_trusts_nobody() throws IOException {
    Document page = Jsoup.parse(report().html());

    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("[src], link")).isEmpty();
    assertThat(page.select("meta[http-equiv]").attr("content")).contains("default-src 'none'");
    assertThat(page.select("#assumptions li").text()).contains("<script>alert(1)</script>");
    assertThat(page.select("#answers tbody td").eachText()).contains("sliding-log", "7", "met");
    assertThat(page.select("figure svg"))
        .hasSize(2)
        .allMatch(svg -> svg.attr("role").equals("img") && !svg.attr("aria-label").isBlank());
    assertThat(page.select("#use path").attr("d")).startsWith("M72").doesNotContain("NaN");
    assertThat(page.select("#waits path").attr("d")).startsWith("M72").doesNotContain("NaN");
  }

  @Test
  void a_plan_without_answers_is_still_a_page() throws IOException {
    String empty = "{\"schemaVersion\":1,\"command\":\"sweep\",\"answers\":[],\"assumptions\":[]}";

    PlanReport report = PlanReport.of(new ObjectMapper().readTree(empty));

    assertThat(report.html()).contains("Capacity plan: sweep");
    assertThat(report.markdown()).startsWith("## Capacity plan: sweep");
  }

  @Test
  void what_is_no_plan_is_refused_by_name(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("plan.json");

    assertThatThrownBy(() -> PlanReport.read(directory))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ": cannot be read");
    Files.writeString(file, "{\"answers\":");
    assertThatThrownBy(() -> PlanReport.read(directory))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ": expected JSON");
    Files.writeString(file, "{\"schemaVersion\":2,\"answers\":[]}");
    assertThatThrownBy(() -> PlanReport.read(directory))
        .hasMessage(file + ": expected a plan of schemaVersion 1 with a list of answers");
  }

  private static PlanReport report() throws JsonProcessingException {
    return PlanReport.of(new ObjectMapper().readTree(PLAN));
  }
}
