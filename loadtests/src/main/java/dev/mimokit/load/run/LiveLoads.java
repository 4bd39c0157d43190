package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.scenario.Arrivals;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Targets;
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
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Sends loads to a mock of its own with Gatling, one after another, in true time. */
public final class LiveLoads {

  private static final int LIMIT_SECONDS = 240;
  private static final Duration START_AND_END = Duration.ofSeconds(60);
  private static final double MICROS = 1e6;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final NanoClock clock = NanoClock.system();
  private final MockAdmin mock;
  private final Path work;
  private final long seed;

  /** How long a load takes to start: a guess, then what was seen. */
  private long startMillis = 6_000;

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
      MockAdmin mock = MockStart.at(place, keeper, NanoClock.system(), work.resolve("mock.log"));
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
    long ageMillis = Math.max(0, load.windowAgeMillis() - startMillis);
    if (load.restored()) {
      mock.restore(load.name(), phase(load, ageMillis));
    }
    long preparedNanos = clock.nanoTime() - ageMillis * NANOS_PER_MILLI;
    SuitePlan plan = plan(load);
    SuiteOutcome suite = new GatlingSuite().run(plan, START_AND_END.plusSeconds(LIMIT_SECONDS));
    Optional<LoadOutcome> outcome = suite.load(load.name()).filter(one -> one.exitCode() == 0);
    if (outcome.isEmpty()) {
      return LiveEvidence.trouble(
          "Gatling ended with " + suite.exitCode() + LastLine.of(suite.log()));
    }
    LiveLoad.Outcome found =
        LiveEvidence.of(mock.journal(load.name()))
            .outcome(load, preparedNanos, outcome.get().counters(), slowest(plan.out()));
    if (load.restored()) {
      startMillis = Math.round(found.windowAgeSeconds() * 1e3) - ageMillis;
    }
    return found;
  }

  /** How long the slowest attempts but one in a hundred took, seconds. */
  private static double slowest(Path out) throws IOException {
    double slowest = 0;
    try (HistogramLogReader log = new HistogramLogReader(out.resolve("latency.hlog").toFile())) {
      while (log.hasNext()) {
        if (log.nextIntervalHistogram() instanceof Histogram read
            && read.getTag().endsWith(".attempt")) {
          slowest = Math.max(slowest, read.getValueAtPercentile(99) / MICROS);
        }
      }
    }
    return slowest;
  }

  private SuitePlan plan(LiveLoad load) {
    return new SuitePlan(
        mock.baseUrl(),
        load.policy(),
        seed,
        load.brief(),
        LIMIT_SECONDS,
        work.resolve(load.name()),
        List.of(load(load)));
  }

  private static Load load(LiveLoad load) {
    Targets targets =
        new Targets(List.of("sk-" + load.name() + ".k1"), List.of(GateOptions.MODEL));
    return new Load(
        load.name(), Arrivals.of(load.shape(), load.jobs()), targets, true, List.of());
  }

  private static Phase phase(LiveLoad load, long ageMillis) {
    return new Phase(
        "documented",
        false,
        ageMillis,
        new Phase.Used(load.usedRequests(), 0),
        new Phase.Limits(OptionalInt.empty(), OptionalInt.empty()));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
