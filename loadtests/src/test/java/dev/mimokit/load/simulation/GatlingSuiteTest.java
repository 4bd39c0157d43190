package dev.mimokit.load.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.load.scenario.Arrivals;
import dev.mimokit.load.scenario.Counters;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.Preparation;
import dev.mimokit.load.scenario.Shape;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Targets;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.GatlingConfiguration$;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three forks at once, because most of their time is waiting; the tests read what they left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatlingSuiteTest {

  private static final int JOBS = 30;
  private static final int EXCESS = JOBS - StandIn.QUOTA;

  private final StandIn server = new StandIn();
  private final ProxyTrap trap = new ProxyTrap();

  private final Path out;
  private SuiteOutcome obedient;
  private SuiteOutcome impatient;
  private SuiteOutcome hanging;

  GatlingSuiteTest(@TempDir Path out) throws Exception {
    this.out = out;
  }

  @BeforeAll
  void run_all_forks() throws Exception {
    ExecutorService forks = Executors.newFixedThreadPool(3);
    Future<SuiteOutcome> good = forks.submit(() -> run("reference", obedientLoads(), 60));
    Future<SuiteOutcome> bad = forks.submit(() -> run("none", impatientLoads(), 60));
    Future<SuiteOutcome> stuck = forks.submit(() -> run("exponential", hangingLoads(), 3));
    obedient = good.get();
    impatient = bad.get();
    hanging = stuck.get();
    forks.shutdown();
  }

  @AfterAll
  void close() throws Exception {
    server.close();
    trap.close();
  }

  private SuiteOutcome run(String policy, List<Load> loads, int timeoutSeconds) throws Exception {
    String base = policy.equals("exponential") ? "/hang/v1" : "/v1";
    SuitePlan plan =
        new SuitePlan(server.url(base), policy, 7, true, 50, out.resolve(policy), loads);
    return new GatlingSuite(trap.flags()).run(plan, Duration.ofSeconds(timeoutSeconds));
  }

  private List<Load> obedientLoads() {
    Preparation prepare = new Preparation(server.url("/prepare"), "{\"account\":\"good\"}");
    return List.of(
        load(Shape.BURST, JOBS, List.of(prepare), "sk-good.a", "sk-good.b"),
        load(Shape.OPEN, JOBS, List.of(), "sk-open.a"),
        new Load(
            "models",
            Arrivals.steady(8, 250),
            new Targets(List.of("sk-models.a"), List.of("mimo-v2.5-pro", "mimo-v2.5")),
            false,
            List.of()));
  }

  private List<Load> impatientLoads() {
    Preparation refused = new Preparation(server.url("/nowhere"), "{}");
    return List.of(
        load(Shape.OPEN, JOBS, List.of(refused), "sk-never.a"),
        load(Shape.CLOSED, 8, List.of(), "sk-closed.a"),
        load(Shape.BURST, JOBS, List.of(), "sk-bad.a", "sk-bad.b"));
  }

  private static List<Load> hangingLoads() {
    return List.of(load(Shape.BURST, 2, List.of(), "sk-stuck.a"));
  }

  /** Bursts run alone, the others of a suite side by side. */
  private static Load load(Shape shape, int jobs, List<Preparation> prepare, String... keys) {
    return new Load(
        shape.word(),
        Arrivals.of(shape, jobs),
        new Targets(List.of(keys), List.of("mimo-v2.5-pro")),
        shape == Shape.BURST,
        prepare);
  }

  @Test
  void a_good_policy_loses_no_call_of_a_burst() {
    Counters counters = counters(obedient, Shape.BURST);

    assertThat(counters.answered()).isEqualTo(JOBS);
    assertThat(counters.givenUp()).isZero();
    assertThat(counters.refused()).isEqualTo(EXCESS);
    assertThat(counters.attempts()).isEqualTo(JOBS + EXCESS);
    assertThat(counters.mostAttempts()).isEqualTo(2);
  }

  @Test
  void no_attempt_comes_before_its_retry_after() {
    assertThat(server.shortestWaitNanos()).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(counters(obedient, Shape.BURST).longestCallMicros())
        .isGreaterThanOrEqualTo(1_000_000);
  }

  @Test
  void without_retries_the_excess_of_a_burst_is_lost() {
    Counters counters = counters(impatient, Shape.BURST);

    assertThat(counters.answered()).isEqualTo(StandIn.QUOTA);
    assertThat(counters.givenUp()).isEqualTo(EXCESS);
    assertThat(counters.attempts()).isEqualTo(JOBS);
  }

  @Test
  void an_open_load_crosses_the_quota_and_loses_nothing() {
    Counters counters = counters(obedient, Shape.OPEN);

    assertThat(counters.offered()).isBetween(JOBS - 2L, JOBS + 2L);
    assertThat(counters.answered()).isEqualTo(counters.offered());
    assertThat(counters.refused()).isEqualTo(counters.offered() - StandIn.QUOTA);
  }

  @Test
  void a_closed_load_stays_below_the_quota() {
    Counters counters = counters(impatient, Shape.CLOSED);

    assertThat(counters.offered()).isBetween(2L, (long) StandIn.QUOTA);
    assertThat(counters.answered()).isEqualTo(counters.offered());
    assertThat(counters.refused()).isZero();
  }

  @Test
  void users_of_loads_side_by_side_are_numbered_by_their_own_load_and_models_are_called_in_turn() {
    Counters counters = obedient.load("models").orElseThrow().counters();

    assertThat(counters.offered()).isBetween(7L, 9L);
    assertThat(server.bodies())
        .anyMatch(
            body -> body.contains("job-load-models-00001") && body.contains("mimo-v2.5-pro\""))
        .anyMatch(body -> body.contains("job-load-models-00002") && body.contains("mimo-v2.5\""))
        .anyMatch(body -> body.contains("job-load-open-00001"))
        .noneMatch(body -> body.contains("job-load-models-00010"));
  }

  @Test
  void all_keys_of_the_account_are_used() {
    assertThat(server.keys()).contains("Bearer sk-good.a", "Bearer sk-good.b");
  }

  @Test
  void a_load_prepares_before_its_first_call() {
    assertThat(server.prepared("good")).isEqualTo(1);
  }

  @Test
  void exit_codes_say_that_all_ran() {
    assertThat(obedient.exitCode()).isZero();
    assertThat(obedient.timedOut()).isFalse();
    assertThat(obedient.loads()).extracting(LoadOutcome::exitCode).containsExactly(0, 0, 0);
  }

  @Test
  void a_load_whose_preparation_is_refused_does_not_run_and_does_not_stop_the_others() {
    assertThat(counters(impatient, Shape.OPEN)).isEqualTo(Counters.NONE);
    assertThat(impatient.exitCode()).isEqualTo(3);
    assertThat(impatient.loads()).extracting(LoadOutcome::exitCode).containsExactly(3, 0, 0);
  }

  @Test
  void latencies_are_tagged_by_load() throws Exception {
    assertThat(histograms(out.resolve("reference")))
        .extracting(histogram -> histogram.getTag() + " " + histogram.getTotalCount())
        .contains("burst.call 30", "burst.attempt 40")
        .anyMatch(line -> line.startsWith("open.call "))
        .anyMatch(line -> line.startsWith("open.attempt "));
  }

  @Test
  void a_suite_that_hangs_is_ended() {
    assertThat(hanging.timedOut()).isTrue();
    assertThat(hanging.exitCode()).isEqualTo(128 + 9);
    assertThat(hanging.loads()).isEmpty();
  }

  @Test
  void nothing_is_asked_of_the_outside() {
    GatlingConfiguration gatling = GatlingConfiguration$.MODULE$.load();

    assertThat(trap.visits()).isZero();
    assertThat(gatling.data().enableAnalytics()).isFalse();
    assertThat(gatling.http().warmUpUrl().isEmpty()).isTrue();
  }

  @Test
  void gatling_speaks_into_its_log_only() throws Exception {
    assertThat(Files.readString(obedient.log()))
        .contains("Simulation " + LoadsSimulation.class.getName() + " started")
        .doesNotContain("WARN", "ERROR");
  }

  private static Counters counters(SuiteOutcome outcome, Shape shape) {
    return outcome.load(shape.word()).map(LoadOutcome::counters).orElse(Counters.NONE);
  }

  private static List<Histogram> histograms(Path directory) throws Exception {
    List<Histogram> histograms = new ArrayList<>();
    try (var reader = new HistogramLogReader(directory.resolve("latency.hlog").toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        histograms.add((Histogram) next);
      }
    }
    return histograms;
  }
}
