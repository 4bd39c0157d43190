package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.cases.AdminJson;
import dev.mimokit.load.scenario.Arrivals;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Preparation;
import dev.mimokit.load.scenario.Shape;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Targets;
import dev.mimokit.load.simulation.GatlingSuite;
import dev.mimokit.load.simulation.LoadOutcome;
import dev.mimokit.load.simulation.SuiteOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gatling's suite as rows of the gate: the loads are cases as data, their evidence is the mock's
 * journal, and what Gatling counted has to agree with it.
 */
final class LoadRun {

  private static final Duration START_AND_END = Duration.ofSeconds(60);

  /** What a load is run with. */
  record Stage(MockAdmin mock, Heartbeat heartbeat, NanoClock clock) {}

  private final MockAdmin mock;
  private final Heartbeat heartbeat;
  private final NanoClock clock;
  private final GateListener listener;
  private final Path work;
  private final List<JournalEntry> journal = new ArrayList<>();

  LoadRun(Stage stage, GateListener listener, Path work) {
    this.mock = stage.mock();
    this.heartbeat = stage.heartbeat();
    this.clock = stage.clock();
    this.listener = listener;
    this.work = work;
  }

  /** Where {@code gatling.json} and {@code latency.hlog} are afterwards. */
  Path work() {
    return work;
  }

  /** The events of all loads that were judged. */
  List<JournalEntry> journal() {
    return List.copyOf(journal);
  }

  /**
   * Runs and judges the loads. Those during which the host stalled, and which are not clean, are
   * run again alone; what a stall may have made then is inconclusive.
   */
  List<CaseResult> judge(List<Case> loads, boolean smoke, long seed) throws InterruptedException {
    Map<String, Judged> judged = new LinkedHashMap<>();
    run(loads, new Pace(smoke, seed, work)).forEach(one -> judged.put(one.id(), one));
    for (Case load : loads) {
      Judged first = judged.get(load.id());
      if (first != null && first.doubtful()) {
        listener.triesAgain(AgentCommand.REFERENCE, load.id(), first.stall());
        Path again = work.resolve("again-" + name(load));
        run(List.of(load), new Pace(smoke, seed, again)).forEach(one -> judged.put(one.id(), one));
      }
    }
    judged.values().forEach(one -> journal.addAll(one.journal()));
    return judged.values().stream().map(Judged::settled).toList();
  }

  private record Pace(boolean smoke, long seed, Path work) {}

  /** A load's result and how long the host stalled meanwhile. */
  private record Judged(CaseResult result, List<JournalEntry> journal, long worstStallNanos) {

    String id() {
      return result.tested().id();
    }

    /** Whether the host may have made the verdict. */
    boolean doubtful() {
      return worstStallNanos > AgentRun.STALL_NANOS && !Judgements.clean(result.judgement());
    }

    String stall() {
      return "the host stalled for " + worstStallNanos / 1_000_000 + " ms";
    }

    CaseResult settled() {
      return doubtful()
          ? new CaseResult(
              result.tested(), Judgements.discarded(result.judgement(), stall() + ", twice"))
          : result;
    }
  }

  private List<Judged> run(List<Case> loads, Pace pace) throws InterruptedException {
    SuitePlan plan = plan(loads, pace);
    long startNanos = clock.nanoTime();
    List<Judged> judged = new ArrayList<>();
    try {
      SuiteOutcome outcome = new GatlingSuite().run(plan, patience(loads));
      for (int i = 0; i < loads.size(); i++) {
        judged.add(judge(loads.get(i), plan.loads().get(i), outcome, startNanos));
      }
    } catch (IOException e) {
      String why = "Gatling's suite could not be run: " + e.getMessage();
      judged.clear();
      loads.forEach(one -> judged.add(new Judged(inconclusive(one, why), List.of(), 0)));
    }
    return judged;
  }

  private static CaseResult inconclusive(Case load, String why) {
    return new CaseResult(load, Judgements.inconclusive(load, why));
  }

  private SuitePlan plan(List<Case> loads, Pace pace) {
    long limit = loads.stream().mapToLong(one -> one.load().observeMillis()).max().orElse(1_000);
    return new SuitePlan(
        mock.baseUrl(),
        AgentCommand.REFERENCE,
        pace.seed(),
        pace.smoke(),
        (int) Math.max(1, limit / 1_000),
        pace.work(),
        loads.stream().map(this::load).toList());
  }

  private static Duration patience(List<Case> loads) {
    // Longer than turns that run side by side need.
    return START_AND_END.plusMillis(
        loads.stream().mapToLong(one -> one.load().observeMillis()).sum());
  }

  private Load load(Case one) {
    List<String> keys =
        IntStream.rangeClosed(1, one.load().keys())
            .mapToObj(key -> "sk-" + account(one) + ".k" + key)
            .toList();
    List<String> models = one.load().manner().models();
    Targets targets = new Targets(keys, models.isEmpty() ? List.of(GateOptions.MODEL) : models);
    return new Load(name(one), arrivals(one), targets, one.solo(), prepare(one));
  }

  private List<Preparation> prepare(Case one) {
    List<Preparation> prepare = new ArrayList<>();
    one.phase()
        .ifPresent(
            phase ->
                prepare.add(
                    new Preparation(
                        mock.restoreUrl(account(one)).toString(), MockAdmin.restoreBody(phase))));
    if (!one.script().variants().isEmpty()) {
      prepare.add(
          new Preparation(
              mock.root() + "/__mimokit/scripts", AdminJson.script(account(one), one.script())));
    }
    return prepare;
  }

  private static String account(Case one) {
    return one.id().replace('.', '-');
  }

  private static String name(Case one) {
    return one.id().substring("load.".length());
  }

  /** The names of shapes are theirs; any other load is a steady one or a burst. */
  private static Arrivals arrivals(Case one) {
    int calls = one.load().calls();
    return switch (name(one)) {
      case "open" -> Arrivals.of(Shape.OPEN, calls);
      case "closed" -> Arrivals.of(Shape.CLOSED, calls);
      default ->
          one.load().spacingMillis() > 0
              ? Arrivals.steady(calls, one.load().spacingMillis())
              : Arrivals.of(Shape.BURST, calls);
    };
  }

  private Judged judge(Case tested, Load load, SuiteOutcome suite, long startNanos)
      throws IOException, InterruptedException {
    long stall = heartbeat.worstSince(startNanos);
    Optional<LoadOutcome> outcome = suite.load(load.name()).filter(o -> o.exitCode() == 0);
    if (outcome.isEmpty()) {
      String why = "Gatling ended with " + suite.exitCode() + LastLine.of(suite.log());
      return new Judged(inconclusive(tested, why), List.of(), stall);
    }
    List<JournalEvent> served =
        mock.journal(account(tested)).stream()
            .filter(event -> event.atNanos() - startNanos >= 0)
            .toList();
    RunRecord run =
        LoadEvidence.of(served).joined(load, outcome.get().counters(), clock.nanoTime());
    List<JournalEntry> entries =
        run.journal().stream()
            .map(event -> new JournalEntry(AgentCommand.REFERENCE, tested.id(), event))
            .toList();
    return new Judged(new CaseResult(tested, run.judge(tested)), entries, stall);
  }
}
