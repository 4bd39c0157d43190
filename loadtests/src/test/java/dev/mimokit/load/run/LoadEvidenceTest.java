package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Metric;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.scenario.Arrivals;
import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Shape;
import dev.mimokit.load.scenario.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadEvidenceTest {

  private static final Load BURST =
      new Load(
          "burst",
          Arrivals.of(Shape.BURST, 3),
          new Targets(List.of("sk-a.k1"), List.of("mimo-v2.5-pro")),
          true,
          List.of());

  private final List<JournalEvent> served = new ArrayList<>();

  @Test
  void served_calls_were_told_so_and_the_others_were_refused() {
    attempt(1, 1, 429);
    attempt(2, 2, 200);
    attempt(3, 1, 200);
    attempt(4, 3, 429);

    RunRecord run = joined(counters(3, 2, 1));

    assertThat(run.trouble()).isEmpty();
    assertThat(measured(run, Metric.LOST)).isEqualTo(1);
    assertThat(measured(run, Metric.TOLD_STATUS)).isEqualTo(429);
    assertThat(measured(run, Metric.ATTEMPTS_MAX)).isEqualTo(2);
    assertThat(measured(run, Metric.STRAY_ATTEMPTS)).isZero();
  }

  @Test
  void calls_that_the_end_cut_off_were_told_nothing_and_are_lost_on_the_wire() {
    attempt(1, 1, 200);
    attempt(2, 2, 429);

    RunRecord run = joined(counters(2, 1, 0));

    assertThat(run.events()).filteredOn(JournalEvent.Told.class::isInstance).hasSize(1);
    assertThat(measured(run, Metric.LOST)).isEqualTo(1);
  }

  @Test
  void a_call_that_never_arrived_is_asked_all_the_same() {
    attempt(1, 1, 200);

    Evidence evidence = Evidence.of(joined(counters(2, 1, 1)).events(), 1_000);

    assertThat(evidence.calls()).hasSize(2);
    assertThat(evidence.calls().get(1).attempts()).isEmpty();
  }

  @Test
  void gatling_and_mock_have_to_agree() {
    attempt(1, 1, 200);

    assertThat(joined(counters(1, 0, 1)).trouble())
        .contains("Gatling counted 0 answered calls, the mock 1");
  }

  private void attempt(long exchange, long user, int status) {
    long at = exchange * 10;
    served.add(new JournalEvent.Received(at, exchange, "a", "k", "m", BURST.job(user), false, "b"));
    served.add(new JournalEvent.Answered(at + 1, exchange, status, OptionalLong.empty()));
  }

  private RunRecord joined(Counters counters) {
    return LoadEvidence.of(served).joined(BURST, counters, 1_000);
  }

  private static Counters counters(long offered, long answered, long givenUp) {
    return new Counters(offered, answered, givenUp, 0, 0, 0, 0, 0, 0);
  }

  private static double measured(RunRecord run, Metric metric) {
    return metric.measure(Evidence.of(run.events(), run.endNanos())).orElseThrow();
  }
}
