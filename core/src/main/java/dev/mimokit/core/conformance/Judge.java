package dev.mimokit.core.conformance;

import java.util.List;

/** Holds evidence against a case. Pure: the same evidence gets the same verdict. */
public final class Judge {

  /** What a driver answers as {@code errorClass}, sending nothing, to a call it cannot make. */
  public static final String UNIMPLEMENTED = "UNIMPLEMENTED";

  /** What a driver answers as {@code errorClass} for a call that its caller has cancelled. */
  public static final String CANCELLED = "CANCELLED";

  private Judge() {}

  /** Judges both aspects. */
  public static Judgement judge(Case tested, Evidence evidence) {
    List<Finding> findings =
        tested.criteria().stream()
            .map(criterion -> new Finding(criterion, criterion.metric().measure(evidence)))
            .toList();
    List<String> timeline = Timeline.of(evidence);
    if (declined(evidence)) {
      String note = "the driver says that it cannot do what the case needs";
      return new Judgement(Verdict.UNIMPLEMENTED, Verdict.UNIMPLEMENTED, findings, note, timeline);
    }
    long cancelMillis = tested.load().manner().cancelMillis();
    if (cancelMillis > 0 && !cancelled(evidence)) {
      boolean over = endedWithin(evidence, cancelMillis / 1e3);
      Verdict verdict = over ? Verdict.INFORMATIONAL : Verdict.UNIMPLEMENTED;
      String note =
          over
              ? "nothing was left to cancel: the call had ended before"
              : "no call was told " + CANCELLED + ": the driver does not cancel calls";
      return new Judgement(verdict, verdict, findings, note, timeline);
    }
    boolean closed = tested.load().manner().closedMillis() > 0;
    List<String> unsent =
        evidence.calls().stream()
            .filter(call -> call.attempts().isEmpty() && !(closed && call.answered()))
            .map(Call::name)
            .toList();
    if (evidence.calls().isEmpty() || !unsent.isEmpty()) {
      String note = "the client never sent " + (unsent.isEmpty() ? "anything" : unsent.get(0));
      return new Judgement(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, findings, note, timeline);
    }
    if (tested.script().hasFaults() && !tested.script().metBy(evidence.attempts())) {
      String note = "no attempt met what the script does: the fault was never consumed";
      return new Judgement(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, findings, note, timeline);
    }
    if (!evidence.heard()) {
      String note = "judged on the wire: what the caller was told was not heard";
      Verdict behavior = verdict(findings, Aspect.BEHAVIOR);
      return new Judgement(behavior, Verdict.UNIMPLEMENTED, findings, note, timeline);
    }
    boolean answered = evidence.calls().stream().anyMatch(Call::answered);
    return new Judgement(
        verdict(findings, Aspect.BEHAVIOR),
        answered ? verdict(findings, Aspect.OUTCOME) : unanswered(findings),
        findings,
        answered ? "" : "nothing was told within the observation; judged on the wire",
        timeline);
  }

  /** Whether nothing was sent and every caller heard {@link #UNIMPLEMENTED}. */
  private static boolean declined(Evidence evidence) {
    return !evidence.calls().isEmpty()
        && evidence.calls().stream()
            .allMatch(
                call ->
                    call.attempts().isEmpty()
                        && call.answered()
                        && call.answers().stream()
                            .allMatch(told -> told.errorClass().equals(UNIMPLEMENTED)));
  }

  private static boolean cancelled(Evidence evidence) {
    return evidence.calls().stream()
        .flatMap(call -> call.answers().stream())
        .anyMatch(told -> told.errorClass().equals(CANCELLED));
  }

  /** Whether every caller was told so many seconds after it had asked, at the latest. */
  private static boolean endedWithin(Evidence evidence, double seconds) {
    return evidence.calls().stream()
        .allMatch(
            call ->
                call.answered()
                    && call.toldSinceAsked(evidence.endNanos()).allMatch(told -> told < seconds));
  }

  private static Verdict unanswered(List<Finding> findings) {
    Verdict onTheWire = verdict(findings, Aspect.OUTCOME);
    return onTheWire == Verdict.OK ? Verdict.INFORMATIONAL : onTheWire;
  }

  private static Verdict verdict(List<Finding> findings, Aspect aspect) {
    List<Finding> judged =
        findings.stream().filter(finding -> finding.criterion().aspect() == aspect).toList();
    if (anyBroken(judged, Severity.MUST)) {
      return Verdict.FAILED;
    }
    if (anyBroken(judged, Severity.SHOULD)) {
      return Verdict.NON_STRICT;
    }
    return judged.stream().anyMatch(Judge::binding) ? Verdict.OK : Verdict.INFORMATIONAL;
  }

  private static boolean anyBroken(List<Finding> findings, Severity severity) {
    return findings.stream()
        .anyMatch(finding -> finding.criterion().severity() == severity && finding.broken());
  }

  private static boolean binding(Finding finding) {
    return finding.measured().isPresent() && finding.criterion().severity() != Severity.MAY;
  }
}
