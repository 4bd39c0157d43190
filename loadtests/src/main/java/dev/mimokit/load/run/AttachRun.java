package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Load;
import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The column of a client that is started by somebody else: it is given a base URL for each case and
 * judged by what arrives there. A case is watched from its first attempt; until then its limiter is
 * kept in the phase that the case begins with.
 */
final class AttachRun {

  private static final long POLL_MILLIS = 200;
  private static final long RESTORE_NANOS = CallBook.nanos(1_000);

  private final AgentCommand agent;
  private final AgentRun.Stage stage;
  private final Attachment attachment;
  private final Map<String, Judgement> judgements = new HashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();

  /** A run that is waited for, or watched since its first attempt. */
  private static final class Watched {
    private final PlannedRun planned;
    private final String account;
    private OptionalLong firstNanos = OptionalLong.empty();
    private long restoredNanos;

    Watched(PlannedRun planned, String account) {
      this.planned = planned;
      this.account = account;
    }
  }

  AttachRun(AgentCommand agent, AgentRun.Stage stage, Attachment attachment) {
    this.agent = agent;
    this.stage = stage;
    this.attachment = attachment;
  }

  /** Judges the cases, in their order; blocks until all are over or patience is. */
  List<CaseResult> judge(List<Case> cases) throws IOException, InterruptedException {
    stage.listener().agentBegins(agent.name(), cases.size());
    List<Watched> open = new ArrayList<>();
    for (PlannedRun run : PlannedRun.of(cases)) {
      if (impossible(run.any().load())) {
        decline(run);
      } else {
        open.add(prepared(run));
      }
    }
    publish(open);
    watch(open);
    return cases.stream().map(this::result).toList();
  }

  private CaseResult result(Case tested) {
    Judgement judgement = judgements.get(tested.id());
    return new CaseResult(
        tested, judgement == null ? Judgements.inconclusive(tested, "it was not run") : judgement);
  }

  /** The events of all runs. */
  List<JournalEntry> journal() {
    return List.copyOf(journal);
  }

  private static boolean impossible(Load load) {
    return load.manner().closedMillis() > 0 || load.manner().cancelMillis() > 0;
  }

  private Watched prepared(PlannedRun run) throws IOException, InterruptedException {
    String account = "case-" + run.id().replace('.', '-') + "-" + agent.slug();
    if (!run.any().script().variants().isEmpty()) {
      stage.mock().script(account, run.any().script());
    }
    Watched watched = new Watched(run, account);
    restore(watched);
    return watched;
  }

  private void publish(List<Watched> open) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Watched one : open) {
      Load load = one.planned.any().load();
      lines.add(
          String.join(
              "\t",
              one.planned.id(),
              load.calls() + (load.calls() == 1 ? " call" : " calls"),
              load.stream() ? "stream" : "whole",
              url(one.planned)));
    }
    lines.forEach(stage.listener()::attachable);
    if (attachment.urls().isPresent()) {
      Files.write(attachment.urls().get(), lines);
    }
  }

  private String url(PlannedRun run) {
    return stage.mock().root() + "/c/" + run.id() + "/" + agent.slug() + "/v1";
  }

  private void watch(List<Watched> all) throws IOException, InterruptedException {
    long giveUpNanos = stage.clock().nanoTime() + CallBook.nanos(attachment.patienceMillis());
    List<Watched> open = new ArrayList<>(all);
    while (!open.isEmpty()) {
      List<Watched> over = new ArrayList<>();
      for (Watched one : open) {
        if (over(one, stage.clock().nanoTime() - giveUpNanos > 0)) {
          over.add(one);
        }
      }
      open.removeAll(over);
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean over(Watched one, boolean late) throws IOException, InterruptedException {
    if (one.firstNanos.isEmpty()) {
      one.firstNanos = arrival(stage.mock().journal(one.account));
    }
    if (one.firstNanos.isEmpty()) {
      if (late) {
        String waited = attachment.patienceMillis() / 1_000 + " s";
        refuse(one.planned, "nothing arrived at " + url(one.planned) + " within " + waited);
      } else {
        restore(one);
      }
      return late;
    }
    long first = one.firstNanos.getAsLong();
    long end = first + CallBook.nanos(one.planned.any().load().observeMillis());
    if (stage.clock().nanoTime() - end < 0) {
      return false;
    }
    settle(one.planned, record(one, first, end));
    return true;
  }

  private static OptionalLong arrival(List<JournalEvent> events) {
    return events.stream()
        .filter(JournalEvent.Received.class::isInstance)
        .mapToLong(JournalEvent::atNanos)
        .findFirst();
  }

  private void restore(Watched one) throws IOException, InterruptedException {
    Optional<Phase> phase = one.planned.any().phase();
    long now = stage.clock().nanoTime();
    boolean due = one.restoredNanos == 0 || now - one.restoredNanos > RESTORE_NANOS;
    if (phase.isPresent() && due) {
      stage.mock().restore(one.account, phase.get());
      one.restoredNanos = now;
    }
  }

  private RunRecord record(Watched one, long first, long end)
      throws IOException, InterruptedException {
    List<JournalEvent> events =
        stage.mock().journal(one.account).stream()
            .filter(event -> event.atNanos() - end <= 0)
            .toList();
    return new RunRecord(
        events, end, stage.heartbeat().worstSince(first), unlike(one.planned.any().load(), events));
  }

  /** Whether what came is not what the case asks for. */
  private static Optional<String> unlike(Load load, List<JournalEvent> events) {
    List<JournalEvent.Received> received =
        events.stream()
            .filter(JournalEvent.Received.class::isInstance)
            .map(JournalEvent.Received.class::cast)
            .toList();
    long calls =
        received.stream()
            .map(one -> one.call().isEmpty() ? one.bodyHash() : one.call())
            .distinct()
            .count();
    if (calls != load.calls()) {
      return Optional.of(
          "the case is of "
              + load.calls()
              + " calls and "
              + calls
              + " came; calls differ by a job-NAME in the prompt, the header x-job, or their body");
    }
    return received.stream().allMatch(one -> one.stream() == load.stream())
        ? Optional.empty()
        : Optional.of("the case asks for " + (load.stream() ? "streams" : "whole answers"));
  }

  private void refuse(PlannedRun run, String why) {
    settle(run, RunRecord.failed(why, stage.clock().nanoTime()));
  }

  private void settle(PlannedRun planned, RunRecord run) {
    run.journal()
        .forEach(event -> journal.add(new JournalEntry(agent.name(), planned.id(), event)));
    Optional<String> stall = AgentRun.stall(planned, run);
    for (Case tested : planned.judged()) {
      Judgement judged = run.judgeWire(tested);
      judge(tested, stall.map(why -> Judgements.discarded(judged, why)).orElse(judged));
    }
  }

  private void decline(PlannedRun planned) {
    for (Case tested : planned.judged()) {
      judge(
          tested, Judgements.unimplemented(tested, "an attached client cannot be told to do this"));
    }
  }

  private void judge(Case tested, Judgement judgement) {
    judgements.put(tested.id(), judgement);
    stage.listener().judged(agent.name(), tested, judgement);
  }
}
