package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

  private static final String CASES =
      """
      {"schemaVersion":1,"cases":[
       {"id":"0.1","title":"retried","rule":"r","reason":"y","time":"I",
        "load":{"calls":2,"keys":2,"deadlineMillis":9000,"observeMillis":9000},
        "script":{"variants":[[{"status":429,"retryAfter":"1"}]],"then":"serve"},
        "phase":{"profile":"calendar","sendRetryAfter":true,"windowAgeMillis":7,"usedRequests":3},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max == 2","reason":"a"},
         {"aspect":"outcome","severity":"MUST","formula":"lost == 0","reason":"b"},
         {"aspect":"behavior","severity":"MUST","formula":"duplicated == 0","reason":"c"}]},
       {"id":"0.2","title":"final","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":9000},
        "script":{"variants":[[{"status":400}]],"then":"serve"},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max == 1","reason":"a"},
         {"aspect":"outcome","severity":"MUST","formula":"told-status == 400","reason":"b"}]},
       {"id":"0.3","title":"short","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":700},
        "script":{"variants":[[{"status":429}]],"then":"repeat"},
        "criteria":[
         {"aspect":"behavior","severity":"SHOULD","formula":"attempts-max <= 2","reason":"a"},
         {"aspect":"outcome","severity":"MAY","formula":"told-status == 429","reason":"b"}]},
       {"id":"0.4","title":"shared","rule":"r","reason":"y","time":"I","sharesRunOf":"0.2",
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"stray-attempts == 0","reason":"a"}]}]}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder = Path.of("");
  private StandInMock mock;

  GateTest() throws IOException {
    mock = new StandInMock();
  }

  @BeforeEach
  void restart() throws IOException {
    mock.close();
    mock = new StandInMock();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void keeps_a_clean_run_in_a_complete_directory() throws Exception {
    GateResult result = Gate.run(options("retries", "0.1,0.2,0.4"), GateListener.SILENT);

    assertThat(result.exit()).isZero();
    assertThat(names(result.directory()))
        .containsExactlyInAnyOrder(
            "manifest.json", "cases.json", "journal.jsonl", "latency.hlog", "verdicts.json");
    assertThat(json("verdicts.json"))
        .isEqualTo(
            JSON.readTree(
                """
                {"schemaVersion":1,"agents":{"fake":{
                 "0.1":{"behavior":"OK","outcome":"OK",
                  "expected":"attempts-max == 2 (MUST); lost == 0 (MUST); duplicated == 0 (MUST)",
                  "observed":{"attempts-max":2.0,"lost":0.0,"duplicated":0.0,"timeline":%s}},
                 "0.2":{"behavior":"OK","outcome":"OK",
                  "expected":"attempts-max == 1 (MUST); told-status == 400 (MUST)",
                  "observed":{"attempts-max":1.0,"told-status":400.0,"timeline":%s}},
                 "0.4":{"behavior":"OK","outcome":"INFORMATIONAL",
                  "expected":"stray-attempts == 0 (MUST)",
                  "observed":{"stray-attempts":0.0,"timeline":%s}}}},"exit":0}
                """
                    .formatted(timeline("0.1"), timeline("0.2"), timeline("0.4"))));
    assertAskedForPhaseScriptAndUniqueJobs();
  }

  private void assertAskedForPhaseScriptAndUniqueJobs() throws IOException {
    assertThat(mock.posts)
        .contains(
            "/__mimokit/accounts/case-0-1-fake/restore {\"profile\":\"calendar\","
                + "\"retryAfter\":\"seconds\",\"model\":\"mimo-v2.5-pro\",\"windowAgeMillis\":7,"
                + "\"charges\":[{\"ageMillis\":7,\"requests\":3,\"tokens\":0}]}",
            "{\"account\":\"case-0-1-fake\",\"variants\":[[{\"status\":429,\"retryAfter\":\"1\","
                + "\"times\":1}]],\"then\":\"serve\"}");
    assertThat(journal())
        .allSatisfy(entry -> assertThat(entry.agent()).isEqualTo("fake"))
        .extracting(entry -> entry.event().getClass().getSimpleName())
        .startsWith("Asked")
        .endsWith("Ended")
        .contains("Received", "Rejected", "Answered");
    assertThat(json("verdicts.json").at("/agents/fake/0.1/observed/timeline").toString())
        .contains("job-0.1-fake-0001: 0.000 429 | ", "job-0.1-fake-0002: 0.000 429 | ");
  }

  @Test
  void fails_a_client_that_gives_up_and_shows_what_was_seen() throws Exception {
    String shortened = CASES.replace("\"observeMillis\":9000", "\"observeMillis\":900");
    GateOptions options = options("gives-up", "0.1").withCases(parsed(shortened), none());

    GateResult result = Gate.run(options, GateListener.SILENT);

    assertThat(result.exit()).isEqualTo(1);
    JsonNode verdict = json("verdicts.json").at("/agents/fake/0.1");
    assertThat(verdict.path("behavior").asText()).isEqualTo("FAILED");
    assertThat(verdict.path("outcome").asText()).isEqualTo("FAILED");
    assertThat(verdict.at("/observed/lost").asDouble()).isEqualTo(2);
  }

  @Test
  void a_broken_should_fails_a_strict_gate_only() throws Exception {
    GateOptions options = options("retries", "0.3");

    GateResult result = Gate.run(options.withStrict(true), GateListener.SILENT);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(GateResult.exit(result.columns(), false)).isZero();
    assertThat(json("verdicts.json").at("/agents/fake/0.3/behavior").asText())
        .isEqualTo("NON_STRICT");
  }

  @Test
  void what_a_dead_driver_leaves_is_inconclusive_with_its_last_words() throws Exception {
    GateResult result = Gate.run(options("dies", ""), GateListener.SILENT);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(judgements(result))
        .hasSize(4)
        .allSatisfy(
            judged -> {
              assertThat(judged.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
              assertThat(judged.note())
                  .isEqualTo("the driver ended: exit status 7, out of patience");
            });
  }

  @Test
  void a_driver_that_does_not_start_is_inconclusive_too() throws Exception {
    GateOptions options = with(AgentCommand.shell("fake", "/no/such/driver"), "0.2");

    GateResult result = Gate.run(options, GateListener.SILENT);

    assertThat(result.exit()).isEqualTo(3);
    assertThat(judgements(result).get(0).note())
        .startsWith("the driver ended: exit status 127, ")
        .contains("/no/such/driver");
  }

  @Test
  void an_answer_after_the_observation_is_dropped() throws Exception {
    GateOptions options = options("late", "0.3,0.2").withLanes(1);
    String order = CASES.replace("\"observeMillis\":9000", "\"observeMillis\":500");

    GateResult result = Gate.run(options.withCases(parsed(order), none()), GateListener.SILENT);

    assertThat(judgements(result))
        .allSatisfy(
            judged ->
                assertThat(judged.note())
                    .isEqualTo("nothing was told within the observation; judged on the wire"));
    assertThat(journal())
        .extracting(entry -> entry.event().getClass().getSimpleName())
        .contains("Received")
        .doesNotContain("Told");
  }

  @Test
  void hears_a_client_that_answers_twice() throws Exception {
    Gate.run(options("twice", "0.1"), GateListener.SILENT);

    assertThat(json("verdicts.json").at("/agents/fake/0.1/observed/duplicated").asInt())
        .isEqualTo(2);
  }

  @Test
  void starts_a_mock_of_its_own_and_ends_it_and_bears_a_chatty_driver() throws Exception {
    Path portFile = folder.resolve("port");
    MockPlace.Command command =
        new MockPlace.Command(java(StandInMock.class, portFile.toString()), portFile);
    List<Long> alive = new ArrayList<>();
    List<String> warnings = new ArrayList<>();

    GateResult result =
        Gate.run(
            at(command, driver("chatty"), "0.2"),
            new GateListener() {
              @Override
              public void mockReady(String root) {
                ProcessHandle.current().children().map(ProcessHandle::pid).forEach(alive::add);
              }

              @Override
              public void warning(String message) {
                warnings.add(message);
              }
            });

    assertThat(result.exit()).isZero();
    assertThat(alive).isNotEmpty().noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(warnings)
        .contains("fake: expected one JSON object a line: done with job-0.2-fake-0001");
  }

  @Test
  void a_mock_that_ends_at_once_is_told_with_its_last_words() {
    MockPlace.Command command =
        new MockPlace.Command(
            List.of("sh", "-c", "echo no port is free; exit 3"), folder.resolve("port"));

    assertThatThrownBy(() -> Gate.run(at(command, driver("retries"), "0.2"), GateListener.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessage("the mock ended with status 3: no port is free");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void usage_errors_are_one_line_and_leave_nothing_behind() throws IOException {
    assertUsage(options("retries", "7.*"))
        .hasMessage(
            "no case matches \"7.*\": expected 0.1, 0.2, 0.3, 0.4 or a pattern such as 2.*");
    assertUsage(options("retries", "0.1").withLanes(0)).hasMessage("lanes must be at least 1: 0");
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertUsage(options("retries", "0.1").withOut(file))
        .hasMessage("out must be a directory: " + file + " is none");
    assertUsage(options("retries", "0.1").withOut(file.resolve("below")))
        .hasMessageStartingWith("out cannot be written: " + file.resolve("below"));
    assertUsage(options("retries", "0.1").withOut(folder))
        .hasMessage("out must be missing, empty or a former run: " + folder + " holds other files");
    assertThat(names(folder)).containsExactly("file");
    assertThat(mock.posts).isEmpty();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertUsage(
      GateOptions options) {
    return assertThatThrownBy(() -> Gate.run(options, GateListener.SILENT))
        .isInstanceOf(UsageException.class);
  }

  private GateOptions options(String manner, String patterns) {
    return with(driver(manner), patterns);
  }

  private GateOptions with(AgentCommand agent, String patterns) {
    return at(new MockPlace.Running(mock.root()), agent, patterns);
  }

  private GateOptions at(MockPlace place, AgentCommand agent, String patterns) {
    List<CasePattern> chosen = patterns.isEmpty() ? List.of() : CasePattern.list(patterns);
    return GateOptions.of(List.of(agent), new CaseChoice(chosen, false, false), place, "test")
        .withCases(parsed(CASES), none())
        .withOut(folder.resolve("run"));
  }

  private static AgentCommand driver(String manner) {
    return new AgentCommand("fake", java(FakeDriver.class, manner), manner);
  }

  private static List<String> java(Class<?> main, String argument) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName(),
        argument);
  }

  private static CaseCatalog parsed(String cases) {
    return CaseCatalog.parse("test.json", cases);
  }

  private static CaseCatalog none() {
    return new CaseCatalog(List.of());
  }

  private static List<Judgement> judgements(GateResult result) {
    return result.column("fake").stream().map(CaseResult::judgement).toList();
  }

  private JsonNode json(String file) throws IOException {
    return JSON.readTree(folder.resolve("run").resolve(file).toFile());
  }

  private String timeline(String caseId) throws IOException {
    JsonNode lines = json("verdicts.json").at("/agents/fake/" + caseId + "/observed/timeline");
    assertThat(lines).isNotEmpty();
    return lines.toString();
  }

  private List<JournalEntry> journal() throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("run").resolve("journal.jsonl"))) {
      entries.add(JournalCodec.read(line));
    }
    return entries;
  }

  private static List<String> names(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
