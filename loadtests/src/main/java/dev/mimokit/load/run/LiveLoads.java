package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Preparation;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.simulation.GatlingSuite;
import dev.mimokit.load.simulation.LoadOutcome;
import dev.mimokit.load.simulation.SuiteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends loads to a mock of its own with Gatling, one after another, in true time. */
public final class LiveLoads {

  private static final int LIMIT_SECONDS = 240;
  private static final Duration START_AND_END = Duration.ofSeconds(60);
  private static final double NANOS = 1e9;

  private final MockAdmin mock;
  private final Path work;
  private final long seed;

  private LiveLoads(MockAdmin mock, Path work, long seed) {
    this.mock = mock;
    this.work = work;
    this.seed = seed;
  }

  /**
   * Runs the loads; blocks for as long as they take, and ends all it has started.
   *
   * @param progress told a line before each load
   * @throws IOException when the mock or Gatling cannot be started
   */
  public static List<LiveLoad.Outcome> run(
      MockPlace place, List<LiveLoad> loads, long seed, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("mimokit-live");
    try (ProcessKeeper keeper = new ProcessKeeper()) {
      MockAdmin mock =
          MockStart.at(place, keeper, NanoClock.system(), work.resolve("mock.log"));
      LiveLoads live = new LiveLoads(mock, work, seed);
      List<LiveLoad.Outcome> outcomes = new ArrayList<>();
      for (LiveLoad load : loads) {
        progress.accept(load.name() + ": " + load.jobs() + " calls, policy " + load.policy());
        outcomes.add(live.run(load));
      }
      return outcomes;
    } finally {
      delete(work);
    }
  }

  private LiveLoad.Outcome run(LiveLoad load) throws IOException, InterruptedException {
    SuiteOutcome suite =
        new GatlingSuite().run(plan(load), START_AND_END.plusSeconds(LIMIT_SECONDS));
    Optional<LoadOutcome> outcome = suite.load(load.shape()).filter(one -> one.exitCode() == 0);
    if (outcome.isEmpty()) {
      return trouble("Gatling ended with " + suite.exitCode() + LastLine.of(suite.log()));
    }
    return outcome(mock.journal(load.name()), outcome.get().counters());
  }

  private static LiveLoad.Outcome trouble(String why) {
    return new LiveLoad.Outcome(0, 0, 0, 0, Optional.of(why));
  }

  private SuitePlan plan(LiveLoad load) {
    List<Preparation> prepare =
        load.restored()
            ? List.of(
                new Preparation(
                    mock.restoreUrl(load.name()).toString(), MockAdmin.restoreBody(phase(load))))
            : List.of();
    return new SuitePlan(
        mock.baseUrl(),
        GateOptions.MODEL,
        load.policy(),
        seed,
        load.brief(),
        LIMIT_SECONDS,
        work.resolve(load.name()),
        List.of(
            new Load(load.shape(), List.of("sk-" + load.name() + ".k1"), load.jobs(), prepare)));
  }

  private static Phase phase(LiveLoad load) {
    return new Phase(
        "documented", false, load.windowAgeMillis(), load.usedRequests(), OptionalInt.empty());
  }

  private static LiveLoad.Outcome outcome(List<JournalEvent> events, Counters counters) {
    long admitted = 0;
    long refused = 0;
    long first = 0;
    long last = 0;
    boolean any = false;
    for (JournalEvent event : events) {
      if (event instanceof JournalEvent.Received && !any) {
        any = true;
        first = event.atNanos();
        last = first;
      } else if (event instanceof JournalEvent.Admitted) {
        admitted++;
        last = event.atNanos();
      } else if (event instanceof JournalEvent.Rejected) {
        refused++;
      }
    }
    return new LiveLoad.Outcome(
        counters.offered(),
        admitted,
        refused,
        (last - first) / NANOS,
        disagreement(counters, admitted, refused));
  }

  private static Optional<String> disagreement(Counters counters, long admitted, long refused) {
    if (counters.unfinished() > 0 || counters.unanswered() > 0 || counters.failed() > 0) {
      return Optional.of(
          "%d calls unfinished, %d attempts unanswered, %d failed"
              .formatted(counters.unfinished(), counters.unanswered(), counters.failed()));
    }
    return counters.answered() == admitted && counters.refused() == refused
        ? Optional.empty()
        : Optional.of(
            "Gatling counted %d answers and %d refusals, the mock %d and %d"
                .formatted(counters.answered(), counters.refused(), admitted, refused));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
