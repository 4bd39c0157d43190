package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drivers that do what no driver should: each is named, none hangs the gate or outlives it. */
@DisabledOnOs(OS.WINDOWS)
class HostileDriverTest {

  private static final String CASES =
      """
      {"schemaVersion":1,"cases":[
       {"id":"0.1","title":"retried","rule":"r","reason":"y","time":"I",
        "load":{"calls":2,"keys":1,"deadlineMillis":9000,"observeMillis":%d},
        "script":{"variants":[[{"status":429,"retryAfter":"1"}]],"then":"serve"},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max == 2","reason":"a"},
         {"aspect":"behavior","severity":"MUST","formula":"duplicated == 0","reason":"c"},
         {"aspect":"outcome","severity":"MUST","formula":"lost == 0","reason":"b"}]}]}
      """;

  private static final int PATIENT = 20_000;
  private static final int SHORT = 300;

  @TempDir Path folder = Path.of("");
  private StandInMock mock;
  private final List<Long> started = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  HostileDriverTest() throws IOException {
    mock = new StandInMock();
  }

  @BeforeEach
  void restart() throws IOException {
    mock.close();
    mock = new StandInMock();
  }

  @AfterEach
  void nothing_is_left_running() {
    mock.close();
    assertThat(started).isNotEmpty().noneMatch(HostileDriverTest::alive);
  }

  @Test
  void one_that_hangs_is_inconclusive_because_nothing_was_sent() throws Exception {
    Judgement judgement = judged(fake("hangs"), SHORT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).isEqualTo("the client never sent job-0.1-hostile-0001");
  }

  @Test
  void one_that_says_garbage_is_judged_on_the_wire_and_its_words_are_shown() throws Exception {
    Judgement judgement = judged(fake("garbage"), SHORT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note())
        .isEqualTo(
            "the client never sent job-0.1-hostile-0001; meanwhile the driver wrote 6 lines that"
                + " are no answer, first of all: expected one JSON object a line: Served"
                + " job-0.1-hostile-0001");
  }

  @Test
  void one_that_floods_its_output_is_judged_by_the_answers_in_between() throws Exception {
    Judgement judgement = judged(fake("floods"), PATIENT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.OK);
    assertThat(judgement.outcome()).isEqualTo(Verdict.OK);
    assertThat(judgement.note())
        .startsWith("meanwhile the driver wrote 20002 lines that are no answer, first of all: ");
    assertThat(warnings).hasSizeLessThan(10);
  }

  @Test
  void one_that_answers_twice_fails_and_the_calls_are_named() throws Exception {
    Judgement judgement = judged(fake("twice"), PATIENT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.FAILED);
    assertThat(judgement.note())
        .isEqualTo("answered more than once: job-0.1-hostile-0001 2 times and 1 others");
  }

  @Test
  void one_that_answers_in_another_order_is_as_good_as_any() throws Exception {
    Judgement judgement = judged(fake("reverses"), PATIENT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.OK);
    assertThat(judgement.note()).isEmpty();
  }

  @Test
  void one_that_ignores_the_end_of_its_input_is_ended() throws Exception {
    assertThat(judged(fake("deaf"), PATIENT).behavior()).isEqualTo(Verdict.OK);
  }

  @Test
  void one_that_ignores_every_kind_request_is_ended_by_force() throws Exception {
    AgentCommand stubborn =
        AgentCommand.shell(
            "hostile",
            "trap '' TERM; (trap '' TERM; while :; do sleep 1; done) & echo ready; "
                + "while :; do sleep 1; done");

    Judgement judgement = judged(stubborn, SHORT, 500);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).startsWith("the driver did not answer its first call within ");
  }

  @Test
  void what_a_dead_driver_leaves_behind_is_ended_too() throws Exception {
    Path pid = folder.resolve("pid");

    Judgement judgement = judged(fake("orphans", "-Dorphan=" + pid), PATIENT);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).startsWith("the driver ended: exit status 9");
    assertThat(alive(Long.parseLong(Files.readString(pid).strip()))).isFalse();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private Judgement judged(AgentCommand agent, int observeMillis) throws Exception {
    return judged(agent, observeMillis, 60_000);
  }

  private Judgement judged(AgentCommand agent, int observeMillis, long warmUpMillis)
      throws Exception {
    GateOptions options =
        GateOptions.of(
                List.of(agent),
                new CaseChoice(List.of(), false, false),
                new MockPlace.Running(mock.root()),
                "test")
            .withCases(
                CaseCatalog.parse("test.json", CASES.formatted(observeMillis)),
                new CaseCatalog(List.of()))
            .withWarmUp(warmUpMillis)
            .withOut(folder.resolve("run"));
    return Gate.run(options, new Noting()).column("hostile").get(0).judgement();
  }

  private static AgentCommand fake(String manner, String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FakeDriver.class.getName(),
            manner));
    return new AgentCommand("hostile", command, manner);
  }

  private final class Noting implements GateListener {
    @Override
    public void judged(
        String agent, dev.mimokit.core.conformance.Case tested, Judgement judgement) {
      ProcessHandle.current().descendants().map(ProcessHandle::pid).forEach(started::add);
      started.add(Long.MAX_VALUE);
    }

    @Override
    public void warning(String message) {
      warnings.add(message);
    }
  }
}
