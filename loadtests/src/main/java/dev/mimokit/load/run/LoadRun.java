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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gatling's suite as rows of the gate: the loads are cases as data, their evidence is the mock's
 * journal, and what Gatling counted has to agree with it.
 */
final class LoadRun {

  private static final Duration START_AND_END = Duration.ofSeconds(60);

  private final MockAdmin mock;
  private final NanoClock clock;
  private final Path work;
  private final List<JournalEntry> journal = new ArrayList<>();

  LoadRun(MockAdmin mock, NanoClock clock, Path work) {
    this.mock = mock;
    this.clock = clock;
    this.work = work;
  }

  /** Where {@code gatling.json} and {@code latency.hlog} are afterwards. */
  Path work() {
    return work;
  }

  /** The events of all loads. */
  List<JournalEntry> journal() {
    return List.copyOf(journal);
  }

  /** Runs and judges the loads. */
  List<CaseResult> judge(List<Case> loads, boolean smoke, long seed) throws InterruptedException {
    SuitePlan plan = plan(loads, smoke, seed);
    long startNanos = clock.nanoTime();
    try {
      SuiteOutcome outcome = new GatlingSuite().run(plan, patience(loads));
      List<CaseResult> results = new ArrayList<>();
      for (int i = 0; i < loads.size(); i++) {
        results.add(judge(loads.get(i), plan.loads().get(i), outcome, startNanos));
      }
      return results;
    } catch (IOException e) {
      String why = "Gatling's suite could not be run: " + e.getMessage();
      return loads.stream().map(one -> inconclusive(one, why)).toList();
    }
  }

  private static CaseResult inconclusive(Case load, String why) {
    return new CaseResult(load, Judgements.inconclusive(load, why));
  }

  private SuitePlan plan(List<Case> loads, boolean smoke, long seed) {
    long limit = loads.stream().mapToLong(one -> one.load().observeMillis()).max().orElse(1_000);
    return new SuitePlan(
        mock.baseUrl(),
        AgentCommand.REFERENCE,
        seed,
        smoke,
        (int) Math.max(1, limit / 1_000),
        work,
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
    Targets targets =
        new Targets(keys, models.isEmpty() ? List.of(GateOptions.MODEL) : models);
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

  private CaseResult judge(Case tested, Load load, SuiteOutcome suite, long startNanos)
      throws IOException, InterruptedException {
    Optional<LoadOutcome> outcome = suite.load(load.name()).filter(o -> o.exitCode() == 0);
    if (outcome.isEmpty()) {
      return inconclusive(
          tested, "Gatling ended with " + suite.exitCode() + LastLine.of(suite.log()));
    }
    List<JournalEvent> served =
        mock.journal(account(tested)).stream()
            .filter(event -> event.atNanos() - startNanos >= 0)
            .toList();
    RunRecord run =
        LoadEvidence.of(served).joined(load, outcome.get().counters(), clock.nanoTime());
    run.journal()
        .forEach(e -> journal.add(new JournalEntry(AgentCommand.REFERENCE, tested.id(), e)));
    return new CaseResult(tested, run.judge(tested));
  }
}
