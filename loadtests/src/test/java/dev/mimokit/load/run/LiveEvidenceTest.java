package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Shape;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveEvidenceTest {

  private static final long SECOND = 1_000_000_000;

  private static final LiveLoad LOAD =
      new LiveLoad("plan-x", Shape.BURST, 2, "constant", true, 100, 50_000);

  private static final List<JournalEvent> EVENTS =
      List.of(
          received(10, 1, "job-1"),
          new JournalEvent.Admitted(10 * SECOND, 1, 20),
          received(12, 2, "job-2"),
          new JournalEvent.Rejected(12 * SECOND, 2, Set.of(Cause.RPM), OptionalLong.empty()),
          received(13, 3, "job-2"),
          new JournalEvent.Admitted(13 * SECOND, 3, 20));

  @Test
  void counts_admissions_and_refusals_and_times_them_from_the_first_arrival() {
    LiveLoad.Outcome outcome =
        LiveEvidence.of(EVENTS).outcome(LOAD, -44 * SECOND, counters(2, 2, 0), 0.01);

    assertThat(outcome.trouble()).isEmpty();
    assertThat(outcome.admitted()).isEqualTo(2);
    assertThat(outcome.refused()).isEqualTo(1);
    assertThat(outcome.drainSeconds()).isEqualTo(3);
    assertThat(outcome.arrivalNanos()).containsExactly(0L, 2 * SECOND);
    assertThat(outcome.windowAgeSeconds()).isEqualTo(54);
  }

  @Test
  void says_why_nothing_can_be_concluded() {
    LiveEvidence evidence = LiveEvidence.of(EVENTS);

    assertThat(evidence.outcome(LOAD, 0, counters(3, 2, 0), 0.01).trouble())
        .hasValue("1 calls unfinished, 0 attempts unanswered, 0 failed");
    assertThat(evidence.outcome(LOAD, 0, counters(1, 1, 0), 0.01).trouble())
        .hasValue("Gatling counted 1 answers and 1 refusals, the mock 2 and 1");
    assertThat(evidence.outcome(LOAD, 0, counters(2, 2, 0), 2).trouble())
        .hasValue("the machine is too busy: one attempt in a hundred took more than 2.0 s");
    assertThat(LiveEvidence.of(List.of()).outcome(LOAD, 0, counters(0, 0, 0), 0).trouble())
        .hasValue("no attempt arrived");
  }

  private static JournalEvent received(long second, long exchange, String call) {
    return new JournalEvent.Received(
        second * SECOND, exchange, "plan-x", "", "mimo-v2.5-pro", call, false, "");
  }

  private static Counters counters(long offered, long answered, long unanswered) {
    return new Counters(offered, answered, 0, answered + 1, 1, 0, unanswered, 2, 0);
  }
}
