package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One agent's column: its driver is started, warmed up and asked case after case. Cases that other
 * load would disturb come first and alone, the others share the lanes, the longest first. A case
 * whose verdict a stall of the host may have made is tried once more, alone and on a fresh account.
 */
final class AgentRun {

  /** Stalls beyond these can make an innocent client look guilty, and call for a second try. */
  private static final long DELICATE_STALL_NANOS = CallBook.nanos(50);

  static final long STALL_NANOS = CallBook.nanos(500);

  private final AgentCommand agent;
  private final Stage stage;
  private final long warmUpMillis;
  private final Map<String, Judgement> judgements = new ConcurrentHashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();

  /** What every agent of a gate shares. */
  record Stage(
      MockAdmin mock,
      ProcessKeeper keeper,
      Heartbeat heartbeat,
      NanoClock clock,
      GateListener listener) {}

  private record Disturbed(PlannedRun planned, String why) {}

  AgentRun(AgentCommand agent, Stage stage, long warmUpMillis) {
    this.agent = agent;
    this.stage = stage;
    this.warmUpMillis = warmUpMillis;
  }

  /** Judges the cases, in their order. */
  List<CaseResult> judge(List<Case> cases, int lanes) throws InterruptedException {
    stage.listener().agentBegins(agent.name(), cases.size());
    List<PlannedRun> runs = PlannedRun.of(cases);
    try (DriverProcess driver =
        DriverProcess.start(agent, stage.keeper(), stage.clock(), this::warn)) {
      CaseRunner runner =
          new CaseRunner(agent, driver, stage.mock(), stage.heartbeat(), stage.clock());
      Optional<String> unusable = runner.warmUp(warmUpMillis);
      if (unusable.isPresent()) {
        refuse(runs, unusable.get());
      } else {
        runAll(runner, runs, lanes);
      }
    } catch (IOException e) {
      refuse(runs, "the driver could not be started: " + e.getMessage());
    }
    return cases.stream().map(this::result).toList();
  }

  /** The events of all runs that were judged. */
  List<JournalEntry> journal() {
    return List.copyOf(journal);
  }

  private CaseResult result(Case tested) {
    Judgement judgement = judgements.get(tested.id());
    return new CaseResult(
        tested, judgement == null ? Judgements.inconclusive(tested, "it was not run") : judgement);
  }

  private void warn(String message) {
    stage.listener().warning(agent.name() + ": " + message);
  }

  private void refuse(List<PlannedRun> runs, String why) {
    RunRecord failed = RunRecord.failed(why, stage.clock().nanoTime());
    runs.forEach(run -> settle(run, failed));
  }

  private void runAll(CaseRunner runner, List<PlannedRun> runs, int lanes)
      throws InterruptedException {
    List<Disturbed> disturbed = new ArrayList<>();
    for (PlannedRun run : runs) {
      if (run.solo()) {
        once(runner, run).ifPresent(disturbed::add);
      }
    }
    disturbed.addAll(inLanes(runner, runs, lanes));
    for (Disturbed again : disturbed) {
      stage.listener().triesAgain(agent.name(), again.planned().id(), again.why());
      again(runner, again.planned());
    }
  }

  private List<Disturbed> inLanes(CaseRunner runner, List<PlannedRun> runs, int lanes)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    try {
      List<Callable<Optional<Disturbed>>> tasks =
          runs.stream()
              .filter(run -> !run.solo())
              .sorted(Comparator.comparingLong(run -> -run.any().load().observeMillis()))
              .<Callable<Optional<Disturbed>>>map(run -> () -> once(runner, run))
              .toList();
      List<Disturbed> disturbed = new ArrayList<>();
      for (Future<Optional<Disturbed>> done : pool.invokeAll(tasks)) {
        done.get().ifPresent(disturbed::add);
      }
      return disturbed;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a case could not be run", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Runs and judges; where the host stalled and it matters, says so instead of judging. */
  private Optional<Disturbed> once(CaseRunner runner, PlannedRun run) throws InterruptedException {
    RunRecord run1 = runner.run(run, 1);
    Optional<String> stall = stall(run, run1);
    if (stall.isEmpty()) {
      settle(run, run1);
    }
    return stall.map(why -> new Disturbed(run, why));
  }

  private void again(CaseRunner runner, PlannedRun run) throws InterruptedException {
    RunRecord second = runner.run(run, 2);
    Optional<String> stall = stall(run, second);
    settle(run, second);
    stall.ifPresent(
        why ->
            run.judged()
                .forEach(
                    tested ->
                        judgements.computeIfPresent(
                            tested.id(),
                            (id, judged) ->
                                Judgements.stands(judged, second.worstStallNanos())
                                    ? judged
                                    : Judgements.discarded(judged, why + ", twice"))));
  }

  /** What the host did that may have made the verdicts of this run; nothing when they stand. */
  static Optional<String> stall(PlannedRun planned, RunRecord run) {
    long limit = planned.delicate() ? DELICATE_STALL_NANOS : STALL_NANOS;
    boolean stands =
        planned.judged().stream()
            .map(run::judge)
            .allMatch(judged -> Judgements.stands(judged, run.worstStallNanos()));
    return stands || run.trouble().isPresent() || run.worstStallNanos() <= limit
        ? Optional.empty()
        : Optional.of("the host stalled for " + run.worstStallNanos() / 1_000_000 + " ms");
  }

  private void settle(PlannedRun planned, RunRecord run) {
    synchronized (journal) {
      run.journal()
          .forEach(event -> journal.add(new JournalEntry(agent.name(), planned.id(), event)));
      for (Case tested : planned.judged()) {
        Judgement judgement = run.judge(tested);
        judgements.put(tested.id(), judgement);
        stage.listener().judged(agent.name(), tested, judgement);
      }
    }
  }
}
