package dev.mimokit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.read.RunDirectory;
import dev.mimokit.report.read.RunFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {

  private final Path directory;

  RunReportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private RunFixture shard(String name) throws IOException {
    return new RunFixture(directory.resolve(name));
  }

  @Test
  void the_same_input_gives_the_same_bytes() throws IOException {
    SampleRun.in(directory);

    RunReport first = RunReport.of(RunDirectory.read(directory));
    RunReport again = RunReport.of(RunDirectory.read(directory));

    assertThat(again.html()).isEqualTo(first.html());
    assertThat(again.junit()).isEqualTo(first.junit());
    assertThat(again.markdown()).isEqualTo(first.markdown());
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.console(100, true)).isEqualTo(first.console(100, true));
  }

  @Test
  void writes_verdicts_as_they_were_read() throws IOException {
    SampleRun.in(directory);

    JsonNode written = new JsonMapper().readTree(RunReport.of(RunDirectory.read(directory)).json());

    JsonNode read = new JsonMapper().readTree(Files.readString(directory.resolve("verdicts.json")));
    assertThat(written).isEqualTo(read);
  }

  @Test
  void unites_agents_and_cases_of_shards_and_exits_with_the_worst() throws IOException {
    RunDirectory first =
        shard("1").verdict("a", "2.9", Verdict.OK, Verdict.OK, "{}").exit(0).read();
    RunDirectory second =
        shard("2")
            .verdict("a", "2.10", Verdict.INCONCLUSIVE, Verdict.OK, "{}")
            .verdict("b", "2.9", Verdict.FAILED, Verdict.OK, "{}")
            .read();

    RunReport merged = RunReport.merge(List.of(first, second));

    JsonNode agents = new JsonMapper().readTree(merged.json()).path("agents");
    assertThat(merged.exitCode()).isEqualTo(1);
    assertThat(agents.path("a").fieldNames()).toIterable().containsExactly("2.9", "2.10");
    assertThat(agents.path("b").path("2.9").path("behavior").asText()).isEqualTo("FAILED");
  }

  @Test
  void takes_a_verdict_twice_only_when_both_are_equal() throws IOException {
    RunDirectory first = shard("1").verdict("a", "2.9", Verdict.OK, Verdict.OK, "{}").read();
    RunDirectory equal = shard("2").verdict("a", "2.9", Verdict.OK, Verdict.OK, "{}").read();
    RunDirectory other = shard("3").verdict("a", "2.9", Verdict.FAILED, Verdict.OK, "{}").read();

    assertThat(RunReport.merge(List.of(first, equal)).exitCode()).isZero();
    assertThatThrownBy(() -> RunReport.merge(List.of(first, other)))
        .isInstanceOf(RunFormatException.class)
        .hasMessage(
            "case 2.9 of agent a is judged differently in %s and %s: expected it in one of them"
                .formatted(directory.resolve("1"), directory.resolve("3")));
  }

  @Test
  void adds_the_histograms_of_shards() throws IOException {
    RunDirectory first = shard("1").latencies(Map.of("burst.call", List.of(1_000L, 2_000L))).read();
    RunDirectory second = shard("2").latencies(Map.of("burst.call", List.of(9_000_000L))).read();

    String html = RunReport.merge(List.of(first, second)).html();

    assertThat(html).contains("<th scope=\"row\">burst.call</th><td class=\"n\">3</td>");
  }

  @Test
  void replaces_a_document_whole_and_leaves_nothing_else_behind() throws IOException {
    Path file = directory.resolve("new/index.html");

    ReportWriter.write(file, "old");
    ReportWriter.write(file, "näw");

    assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent("näw");
    try (var files = Files.list(directory.resolve("new"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void leaves_nothing_behind_when_it_cannot_write() throws IOException {
    Path occupied = directory.resolve("index.html");
    Files.createDirectories(occupied.resolve("inside"));

    assertThatThrownBy(() -> ReportWriter.write(occupied, "text")).isInstanceOf(IOException.class);

    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(occupied);
    }
  }

  @Test
  void the_index_tells_verdicts_duration_and_place_by_agent_and_case() throws IOException {
    RunFixture run = shard("1");
    run.verdict("a", "2.9", Verdict.FAILED, Verdict.OK, "{}");
    run.verdict("b/recommended", "2.9", Verdict.OK, Verdict.NON_STRICT, "{}");
    run.call("a", "2.9", "job-1").asked(0).refused(0, 3).answered(1.5, 0.1, 200);
    RunReport report = run.report();

    JsonNode index = new JsonMapper().readTree(report.index("index.html"));

    JsonNode cell = index.path("a").path("2.9");
    assertThat(cell.path("behavior").asText()).isEqualTo("FAILED");
    assertThat(cell.path("outcome").asText()).isEqualTo("OK");
    assertThat(cell.path("behaviorClose").asText()).isEqualTo("OK");
    assertThat(cell.path("duration").asInt()).isEqualTo(1_600);
    assertThat(cell.path("reportfile").asText()).isEqualTo("index.html#case-2.9-agent-1");
    assertThat(report.html()).contains("id=\"case-2.9-agent-1\"", "id=\"case-2.9-agent-2\"");
    assertThat(index.at("/b~1recommended/2.9/outcome").asText()).isEqualTo("NON_STRICT");
  }

  @Test
  void the_overshoot_log_holds_how_late_and_how_early_each_agent_came_back() throws IOException {
    RunFixture run = shard("1");
    run.call("late, one", "2.1", "job-1").asked(0).refused(0, 2).answered(2.5, 0, 200);
    run.call("early", "2.1", "job-1").asked(0).refused(0, 2).answered(0.5, 0, 200);

    Map<String, Histogram> byTag = tags(run.report().overshoot());

    assertThat(byTag).containsOnlyKeys("late__one.overshoot", "early.early");
    assertThat(byTag)
        .hasEntrySatisfying(
            "late__one.overshoot",
            late -> assertThat(late.getMaxValue()).isBetween(490_000L, 500_500L))
        .hasEntrySatisfying(
            "early.early",
            early -> assertThat(early.getMaxValue()).isBetween(1_490_000L, 1_505_000L));
  }

  @Test
  void the_page_of_agents_replaces_what_it_made_before_and_keeps_what_people_wrote()
      throws IOException {
    RunFixture run = shard("1");
    run.verdict("a|<b>", "3.3", Verdict.FAILED, Verdict.OK, "{\"attempts-max\":30}");

    String first = run.report().agents("# Clients\n");
    String again = run.report().agents(first.replace("| 30 |", "| 31 |") + "Notes.\n");

    assertThat(first).startsWith("# Clients\n").contains("| 1 | a\\|&lt;b&gt; | 0 | 0 | 1 |");
    assertThat(first).contains("| 3.3 |  | ✗ ✓ |");
    assertThat(again).isEqualTo(first + "Notes.\n");
  }

  private static Map<String, Histogram> tags(String log) {
    Map<String, Histogram> byTag = new HashMap<>();
    try (var reader =
        new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))) {
      while (reader.nextIntervalHistogram() instanceof Histogram next) {
        byTag.put(next.getTag(), next);
      }
    }
    return byTag;
  }
}
