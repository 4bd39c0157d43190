package dev.mimokit.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.RunFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsoleTableTest {

  private final Path directory;

  ConsoleTableTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private RunFixture twoCases() throws IOException {
    return new RunFixture(directory)
        .tested("2.9", "Retry-After of thirty seconds is honoured or given up")
        .tested("2.18", "jitter")
        .verdict(
            "openai-java",
            "2.9",
            Verdict.FAILED,
            Verdict.OK,
            "early-retries == 0 (MUST)",
            "{\"early-retries\":2.0,\"timeline\":[\"job-1: 0.000 429 asked 30 s | 8.003 429\"]}")
        .verdict("openai-java", "2.18", Verdict.OK, Verdict.NON_STRICT, "{\"note\":\"a herd\"}");
  }

  @Test
  void a_run_of_benchmarks_alone_shows_its_scores_and_no_verdict() throws IOException {
    RunFixture run = new RunFixture(directory);
    run.file(
        "jmh.json",
        """
        [{"benchmark":"dev.mimokit.bench.quota.Admission.admit","mode":"avgt","threads":2,
          "params":{"window":"log"},
          "primaryMetric":{"score":41.237,"scoreUnit":"ns/op"},
          "secondaryMetrics":{"gc.alloc.rate.norm":{"score":0.0001,"scoreUnit":"B/op"}}}]
        """);

    List<String> lines = run.report().console(100, false).lines().toList();

    assertThat(lines.get(1).split(" +"))
        .containsExactly("Admission.admit", "window=log", "2", "41.237", "ns/op", "0.0");
    assertThat(lines).noneMatch(line -> line.contains("exit") || line.contains("agents"));
  }

  @Test
  void figures_are_shown_with_their_target_their_judgement_and_the_host() throws IOException {
    RunFixture run = new RunFixture(directory);
    run.file(
        "bench.json",
        """
        {"schemaVersion":1,"rows":[
          {"name":"streams/error-p99","value":8.2,"unit":"ms","low":7,"high":9,"target":"<= 7",
           "met":false,"host":{"stealPercent":0,"foreignPercent":1.25}},
          {"name":"http/ratio","value":0.7,"unit":"x","low":0.6,"high":0.8,"target":">= 0.6",
           "met":null,"inconclusive":"steal 9.0 % is above 5 %"},
          {"name":"limiter/reject","value":1.1,"unit":"x","low":1,"high":1.2,"target":"<= 1.2",
           "met":true},
          {"name":"streams/server-cpu","value":2500,"unit":"s","target":null,"met":null},
          {"name":"jmh/RejectBenchmark.reject","value":30,"unit":"ns/op","target":null,"met":null}],
         "control":[],"skipped":[]}
        """);

    String console = run.report().console(100, false);

    assertThat(console.lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "figure | median | low | high | unit | target | host",
            "streams/error-p99 | 8.200 | 7.000 | 9.000 | ms | <= 7 | not met"
                + " | steal 0.0 %, foreign 1.3 %",
            "http/ratio | 0.700 | 0.600 | 0.800 | x | >= 0.6"
                + " | inconclusive: steal 9.0 % is above 5 %",
            "limiter/reject | 1.100 | 1.000 | 1.200 | x | <= 1.2 | met",
            "streams/server-cpu | 2500 | 2500 | 2500 | s",
            "");
    assertThat(run.report().html()).contains("<td>not met</td>");
  }

  @Test
  void shows_the_table_the_summary_and_the_evidence() throws IOException {
    String console = twoCases().report().console(100, false);

    assertThat(console)
        .isEqualTo(
            """
                                                                         openai-java
            case  title                                                  behavior  outcome
            2.9   Retry-After of thirty seconds is honoured or given up  FAILED    OK
            2.18  jitter                                                 OK        NON-STRICT

            2 cases, 1 agent: 1 NON-STRICT, 1 FAILED
            exit 1 (failed)

            FAILED  2.9  openai-java  Retry-After of thirty seconds is honoured or given up
              expected  early-retries == 0 (MUST)
              observed  early-retries 2
              timeline  job-1: 0.000 429 asked 30 s | 8.003 429

            NON-STRICT  2.18  openai-java  jitter
              expected  attempts-max <= 10 (MUST)
              note      a herd
            """);
  }

  @Test
  void cuts_titles_but_never_ids_or_verdicts() throws IOException {
    String narrow = twoCases().report().console(40, false);

    assertThat(narrow).contains("2.9   Retry-After…  FAILED    OK\n").contains("NON-STRICT\n");
  }

  @Test
  void puts_agents_that_do_not_fit_into_tables_below() throws IOException {
    RunFixture run = new RunFixture(directory);
    for (int i = 1; i <= 5; i++) {
      run.verdict("agent-" + i, "1.1", Verdict.UNIMPLEMENTED, Verdict.INFORMATIONAL, "{}");
    }

    String console = run.report().console(100, false);

    assertThat(console.lines().filter(line -> line.startsWith("case"))).hasSize(2);
    assertThat(console.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void colours_only_when_asked_and_keeps_the_columns() throws IOException {
    RunFixture run = twoCases();

    String plain = run.report().console(100, false);
    String coloured = run.report().console(100, true);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[1;31mFAILED");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
        .containsExactlyElementsOf(plain.lines().toList());
  }

  @Test
  void lets_no_title_steer_the_terminal() throws IOException {
    RunFixture run = new RunFixture(directory).tested("1.1", "red \u001b[31m\nalert\u202e");

    String console =
        run.verdict("a\u0007", "1.1", Verdict.FAILED, Verdict.OK, "{}")
            .report()
            .console(100, false);

    assertThat(console).doesNotContain("\u001b", "\u0007", "\u202e").contains("red  [31m alert");
  }
}
