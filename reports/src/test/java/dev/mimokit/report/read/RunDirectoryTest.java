package dev.mimokit.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.RunFixture;
import dev.mimokit.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunDirectoryTest {

  private final Path directory;

  RunDirectoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void reads_every_file_of_a_run() throws IOException {
    SampleRun.in(directory);

    RunDirectory run = RunDirectory.read(directory);

    assertThat(run.verdicts()).hasSize(12);
    assertThat(run.cases()).hasSize(6);
    assertThat(run.evidence().get(new CaseKey("openai-java", "4.1")))
        .satisfies(evidence -> assertThat(evidence.calls()).hasSize(150));
    assertThat(run.latencies()).containsOnlyKeys("burst.attempt", "burst.call", "open.call");
    assertThat(run.loads()).extracting(LoadCounters::name).containsExactly("burst", "open");
    assertThat(run.benchmarks()).extracting(BenchmarkScore::score).containsExactly(41.237, 18233.4);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void leaves_out_what_is_absent() throws IOException {
    RunDirectory run = new RunFixture(directory).file("manifest.json", "{}").read();

    assertThat(run.verdicts()).isEmpty();
    assertThat(run.evidence()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "verdicts.json; {\"agents\":; line 1: expected JSON",
        "verdicts.json; {}; agents must be an object: nothing",
        "verdicts.json; {\"agents\":{\"a\":{\"2.9\":{\"behavior\":\"FINE\"}}}};"
            + " agents.a.2.9.behavior must be one of [OK,",
        "verdicts.json; {\"agents\":{},\"exit\":7}; exit must be 0, 1, 2 or 3: 7",
        "verdicts.json; ``; expected JSON, found an empty file",
        "verdicts.json; {\"agents\":{}} x; line 1: expected JSON",
        "cases.json; {}; the file must be a list: {}",
        "cases.json; [{\"title\":\"t\"}]; id of each case must be a text: nothing",
        "manifest.json; []; the file must be an object: []",
        "journal.jsonl; {\"event\":\"told\"; line 1: expected a journal event",
        "latency.hlog; Tag=a,0.1,2.0,3.0,HISTnonsense; line 1: expected an HdrHistogram log",
        "latency.hlog; nonsense; line 1: expected an HdrHistogram log",
        "gatling.json; 3; the file must be an object: 3",
        "bench.json; {}; rows must be a list: nothing",
        "bench.json; {\"rows\":[{}]}; each row must be a figure with name and value: {}",
        "jmh.json; [{}]; each row must be a JMH result with benchmark and score: {}",
      })
  void says_in_one_line_what_is_wrong_with_a_file(String name, String content, String complaint)
      throws IOException {
    RunFixture run = new RunFixture(directory).file(name, content);

    assertThatThrownBy(run::read)
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(directory.resolve(name).toString() + ": ")
        .hasMessageContaining(complaint)
        .message()
        .doesNotContain("\n", "\r");
  }

  @Test
  void names_the_line_at_which_a_journal_was_cut_off() throws IOException {
    RunFixture run = new RunFixture(directory);
    run.call("a", "1.1", "job-1").asked(0).refused(0.1).done().write();
    Path journal = directory.resolve("journal.jsonl");
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 20));

    assertThatThrownBy(() -> RunDirectory.read(directory))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(journal + ": line 4: expected a journal event: ");
  }

  @Test
  void refuses_files_that_are_not_text() throws IOException {
    Files.write(directory.resolve("journal.jsonl"), new byte[] {'{', (byte) 0xff, '\n'});

    assertThatThrownBy(() -> RunDirectory.read(directory))
        .hasMessage(directory.resolve("journal.jsonl") + ": expected UTF-8 text");
  }

  @Test
  void refuses_what_is_no_run_directory() throws IOException {
    Path missing = directory.resolve("missing");
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> RunDirectory.read(missing))
        .hasMessage(missing + ": expected a run directory, there is none");
    assertThatThrownBy(() -> RunDirectory.read(file))
        .hasMessage(file + ": expected a run directory, found a file");
    assertThatThrownBy(() -> RunDirectory.read(directory))
        .hasMessageStartingWith(directory + ": expected a run directory, found none of manifest");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "OK, 0, {}, 0",
        "FAILED, 0, {}, 1",
        "OK, 1, {}, 1",
        "INCONCLUSIVE, 0, {}, 3",
        "INCONCLUSIVE, 1, {}, 1",
        "NON_STRICT, 0, {}, 0",
        "NON_STRICT, 0, {\"strict\":true}, 1",
        "NON_STRICT, 0, {\"strict\":false}, 0",
        "FAILED, 0, {\"known\":\"reference.known\"}, 0",
      })
  void exits_with_the_worse_of_what_was_recorded_and_what_was_judged(
      Verdict behavior, int recorded, String options, int exit) throws IOException {
    RunFixture run = new RunFixture(directory).manifest(options);

    RunDirectory read = run.verdict("a", "1.1", behavior, Verdict.OK, "{}").exit(recorded).read();

    assertThat(read.exit()).isEqualTo(exit);
  }

  @Test
  void orders_case_ids_by_their_numbers() {
    List<String> ids = List.of("gatling.open", "2.18", "2", "2.9", "10.1", "2.9.1", "x");

    assertThat(ids.stream().sorted(CaseIds.ORDER))
        .containsExactly("2", "2.9", "2.9.1", "2.18", "10.1", "gatling.open", "x");
  }
}
