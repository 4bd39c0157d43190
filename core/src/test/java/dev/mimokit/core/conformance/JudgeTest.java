package dev.mimokit.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Criterion RETRIED = wire(Metric.ATTEMPTS_MAX, Severity.MUST);
  private static final Criterion RETRIED_MAYBE = wire(Metric.ATTEMPTS_MAX, Severity.MAY);
  private static final Criterion RETRIED_IF_POSSIBLE = wire(Metric.ATTEMPTS_MAX, Severity.SHOULD);
  private static final Criterion NOT_LOST =
      new Criterion(Aspect.OUTCOME, Metric.LOST, Comparison.AT_MOST, 0, Severity.MUST, "");

  @Test
  void a_broken_must_fails_its_aspect_only() {
    Judgement judgement = judge(lost().told("a", 1, 429, "E"), RETRIED, NOT_LOST);

    assertThat(judgement.behavior()).isEqualTo(Verdict.OK);
    assertThat(judgement.outcome()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_broken_should_is_not_strict_and_a_broken_must_outweighs_it() {
    assertThat(judge(once(), RETRIED_IF_POSSIBLE).behavior()).isEqualTo(Verdict.NON_STRICT);
    assertThat(judge(once(), RETRIED_IF_POSSIBLE, RETRIED).behavior()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_may_is_measured_and_never_judged() {
    Judgement judgement = judge(once(), RETRIED_MAYBE);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INFORMATIONAL);
    assertThat(judgement.observed()).containsEntry("attempts-max", 1.0);
  }

  @Test
  void an_aspect_without_criteria_is_informational() {
    assertThat(judge(lost(), RETRIED).outcome()).isEqualTo(Verdict.INFORMATIONAL);
  }

  @Test
  void what_the_run_gave_no_occasion_to_measure_is_informational() {
    Criterion gap = wire(Metric.GAP_MIN, Severity.MUST);

    Judgement judgement = judge(once(), gap);

    assertThat(judgement.behavior()).isEqualTo(Verdict.INFORMATIONAL);
    assertThat(judgement.observed()).isEmpty();
  }

  @Test
  void a_call_that_was_never_sent_is_inconclusive() {
    Judgement judgement =
        Judge.judge(tested(RETRIED), Scene.asked("a", "b").sent("a", 0, 200).until(9));

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.outcome()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).isEqualTo("the client never sent b");
  }

  @Test
  void a_fault_that_no_attempt_met_proves_nothing() {
    Judgement judgement =
        Judge.judge(
            scripted(new Step(503, "", "", 1)), Scene.asked("a").sent("a", 0, 200).until(9));

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.outcome()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).endsWith("the fault was never consumed");
  }

  @Test
  void a_fault_is_consumed_by_an_attempt_that_ends_as_it_says() {
    Fault reset = new Fault(Fault.Kind.RESET, "on-accept", OptionalInt.empty(), 0, "");
    Step broken = new Step(Reply.of(200, "", ""), List.of(reset), 0, Step.Reach.times(1));
    Step late = new Step(Reply.of(200, "", ""), List.of(), 1_000, Step.Reach.times(1));
    Evidence whole = Scene.asked("a").sent("a", 0, 200).until(9);
    Evidence cut = Scene.asked("a").brokenOff("a", 0, 2).until(9);

    assertThat(Judge.judge(scripted(broken), whole).behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Judge.judge(scripted(broken), cut).behavior()).isEqualTo(Verdict.FAILED);
    assertThat(Judge.judge(scripted(late), whole).behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Judge.judge(scripted(late), cut).behavior()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void what_a_driver_declines_is_unimplemented() {
    Judgement declined =
        Judge.judge(
            tested(RETRIED), Scene.asked("a").told("a", 1, 0, Judge.UNIMPLEMENTED).until(9));
    Judgement sentAfterAll =
        judge(Scene.asked("a").sent("a", 0, 429).told("a", 1, 0, Judge.UNIMPLEMENTED), RETRIED);

    assertThat(declined.behavior()).isEqualTo(Verdict.UNIMPLEMENTED);
    assertThat(declined.outcome()).isEqualTo(Verdict.UNIMPLEMENTED);
    assertThat(sentAfterAll.behavior()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_run_without_calls_is_inconclusive() {
    Judgement judgement = Judge.judge(tested(RETRIED, NOT_LOST), Scene.asked().until(9));

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).isEqualTo("the client never sent anything");
  }

  @Test
  void unanswered_calls_are_judged_on_the_wire() {
    Judgement served = judge(Scene.asked("a").sent("a", 0, 429).sent("a", 1, 200), NOT_LOST);
    Judgement lost = judge(lost(), NOT_LOST);

    assertThat(served.outcome()).isEqualTo(Verdict.INFORMATIONAL);
    assertThat(lost.outcome()).isEqualTo(Verdict.FAILED);
    assertThat(lost.note()).contains("judged on the wire");
  }

  @Test
  void says_what_was_expected_and_what_was_observed() {
    Judgement judgement = judge(lost().told("a", 1, 429, "E"), RETRIED_IF_POSSIBLE, NOT_LOST);

    assertThat(judgement.expected()).isEqualTo("attempts-max >= 2 (SHOULD); lost <= 0 (MUST)");
    assertThat(judgement.observed()).containsExactly(entry("attempts-max", 2), entry("lost", 1));
  }

  @Test
  void shows_the_instants_of_the_first_calls() {
    Scene scene =
        Scene.asked("a", "b", "c", "d")
            .refused("a", 0, 30)
            .refused("a", 8.003, 30)
            .hung("b", 0)
            .sent("c", 1, 200);
    for (int i = 0; i < 14; i++) {
      scene.sent("c", 2 + i, 500);
    }

    assertThat(Judge.judge(tested(RETRIED), scene.until(30)).timeline())
        .containsExactly(
            "a: 0.000 429 asked 30 s | 8.003 429 asked 30 s",
            "b: 0.000 unanswered",
            "c: 0.000 200 | 1.000 500 | 2.000 500 | 3.000 500 | 4.000 500 | 5.000 500 | 6.000 500"
                + " | 7.000 500 | 8.000 500 | 9.000 500 | 10.000 500 | 11.000 500 | and 3 more");
  }

  @Test
  void comparisons_hold_at_their_edges() {
    assertThat(Comparison.of("<=").holds(2, 2)).isTrue();
    assertThat(Comparison.of("<=").holds(2.001, 2)).isFalse();
    assertThat(Comparison.of(">=").holds(2, 2)).isTrue();
    assertThat(Comparison.of(">=").holds(1.999, 2)).isFalse();
    assertThat(Comparison.of("==").holds(2, 2)).isTrue();
    assertThat(Comparison.of("==").holds(2.001, 2)).isFalse();
    assertThatThrownBy(() -> Comparison.of("<")).hasMessage("comparison must be ==, <= or >=: <");
  }

  @Test
  void refuses_cases_that_could_not_fail() {
    assertThatThrownBy(JudgeTest::tested).hasMessage("case 0.0 has no criteria");
    assertThatThrownBy(() -> new Step(302, "", "", 1))
        .hasMessage("status must be 200 or within 400..599: 302");
    assertThatThrownBy(() -> new Step(429, "", "", 0)).hasMessage("times must be at least 1: 0");
    assertThatThrownBy(() -> new Load(1, 0, 1, 1))
        .hasMessageStartingWith("load must be at least 1 everywhere: calls 1, keys 0");
  }

  private static Map.Entry<String, Double> entry(String metric, double value) {
    return Map.entry(metric, value);
  }

  /** One call, refused twice, of which its caller has heard nothing yet. */
  private static Scene lost() {
    return Scene.asked("a").sent("a", 0, 429).sent("a", 1, 429);
  }

  private static Scene once() {
    return Scene.asked("a").sent("a", 0, 200).told("a", 0.1, 200, "");
  }

  private static Criterion wire(Metric metric, Severity severity) {
    return new Criterion(Aspect.BEHAVIOR, metric, Comparison.AT_LEAST, 2, severity, "");
  }

  private static Judgement judge(Scene scene, Criterion... criteria) {
    return Judge.judge(tested(criteria), scene.until(9));
  }

  private static Case scripted(Step step) {
    return tested(new ServerScript(List.of(List.of(step)), false), RETRIED);
  }

  private static Case tested(Criterion... criteria) {
    return tested(ServerScript.NONE, criteria);
  }

  @Test
  void a_driver_that_does_not_cancel_is_unimplemented() {
    Case cancelled = tested(new Load.Manner(1_000, 0, List.of(), 0), RETRIED);
    Scene ignored = Scene.asked("a").refused("a", 0, 3).sent("a", 3, 200).told("a", 4, 200, "");
    Scene early = Scene.asked("a").refused("a", 0, 3).told("a", 0.5, 429, "Refused");
    Scene obeyed = Scene.asked("a").refused("a", 0, 3).told("a", 1, 0, Judge.CANCELLED);

    assertThat(Judge.judge(cancelled, ignored.until(9)).behavior())
        .isEqualTo(Verdict.UNIMPLEMENTED);
    assertThat(Judge.judge(cancelled, early.until(9)).behavior()).isEqualTo(Verdict.INFORMATIONAL);
    assertThat(Judge.judge(cancelled, obeyed.until(9)).behavior()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_call_that_was_told_of_a_closed_port_need_not_arrive() {
    Case closed = tested(new Load.Manner(0, 1_000, List.of(), 0), RETRIED);

    assertThat(
            Judge.judge(closed, Scene.asked("a").told("a", 1, 0, "ConnectError").until(9))
                .behavior())
        .isNotEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Judge.judge(closed, Scene.asked("a").until(9)).behavior())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void what_was_not_heard_is_judged_on_the_wire_alone() {
    Evidence wire = Scene.asked().sent("", 0, 429).sent("", 1, 200).onTheWireUntil(9);

    Judgement judgement = Judge.judge(tested(RETRIED), wire);

    assertThat(judgement.behavior()).isEqualTo(Verdict.OK);
    assertThat(judgement.outcome()).isEqualTo(Verdict.UNIMPLEMENTED);
    assertThat(judgement.timeline()).containsExactly("body-b: 0.000 429 | 1.000 200");
  }

  private static Case tested(Load.Manner manner, Criterion... criteria) {
    return tested(new Load(1, 1, false, 0, 1, 1, manner), ServerScript.NONE, criteria);
  }

  private static Case tested(ServerScript script, Criterion... criteria) {
    return tested(new Load(1, 1, 1, 1), script, criteria);
  }

  private static Case tested(Load load, ServerScript script, Criterion... criteria) {
    return new Case(
        "0.0",
        "",
        "",
        "",
        TimeMode.of("I"),
        Optional.empty(),
        false,
        false,
        false,
        load,
        script,
        Optional.empty(),
        List.of(criteria));
  }
}
