package dev.mimokit.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must hold of every run, on random scenarios from printed seeds. Replay one with {@code
 * -Dsim.seed=S}.
 */
class PropertiesTest {

  private static final long SEED = Long.getLong("sim.seed", 20_261_127);
  private static final int SCENARIOS = Integer.getInteger("sim.scenarios", 150);
  private static final int LIMIT = 20;
  private static final List<WindowKind> KINDS =
      List.of(
          WindowKind.SLIDING_LOG,
          WindowKind.CALENDAR,
          WindowKind.FIXED_FROM_FIRST,
          WindowKind.TOKEN_BUCKET);

  @Test
  void every_request_is_admitted_given_up_or_pending() {
    for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
      Measured run = Simulation.run(random(seed), 0);
      Measured.Counts counts = run.counts();

      assertThat(counts.admitted() + counts.givenUp() + counts.pending())
          .as("seed %d", seed)
          .isEqualTo(counts.offered());
      assertThat(run.causes().refusals().values().stream().mapToLong(Long::longValue).sum())
          .as("seed %d", seed)
          .isEqualTo(counts.refused());
      assertThat(run.minutes().stream().mapToLong(Measured.MinuteUse::requests).sum())
          .as("seed %d", seed)
          .isEqualTo(counts.admitted());
      assertThat(run.times().waits().getTotalCount()).isEqualTo(counts.admitted());
      assertThat(counts.offered()).as("seed %d", seed).isPositive();
    }
    System.out.printf("%d scenarios from seed %d conserve requests%n", SCENARIOS, SEED);
  }

  @Test
  void a_sliding_log_never_admits_more_than_its_limit_in_any_window() {
    long admissions = 0;
    for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
      Scenario scenario = random(seed).with(WindowKind.SLIDING_LOG);
      WindowGuard guard = new WindowGuard(scenario.supply().units(), seed);
      new Run(scenario, 0, new QuadHeap(), guard).run();
      admissions += guard.seen;
    }
    System.out.printf("%d admissions from seed %d stay within the limit%n", admissions, SEED);
    assertThat(admissions).isPositive();
  }

  @Test
  void either_event_queue_gives_the_same_run() {
    for (long seed = SEED; seed < SEED + SCENARIOS; seed++) {
      Scenario scenario = random(seed);

      Measured heap = new Run(scenario, 0, new QuadHeap(), Observer.NONE).run();
      Measured naive = new Run(scenario, 0, new SortedEvents(), Observer.NONE).run();

      assertThat(heap).as("seed %d", seed).isEqualTo(naive);
    }
  }

  @Test
  void waits_in_a_fifo_queue_do_not_grow_with_more_units() {
    for (long seed = SEED; seed < SEED + SCENARIOS / 5; seed++) {
      Scenario scenario =
          Fleet.of(
              new Workload.Bursty(9_000, 3, Workload.GapLaw.GAMMA),
              1_000,
              Fleet.quota(KINDS.get((int) (seed % KINDS.size()))),
              Extent.jobs(seed, 1, 2_000));
      double before = Double.MAX_VALUE;
      for (int units = 1; units <= 6; units++) {
        double mean = Simulation.run(scenario.withUnits(units), 0).times().meanWaitSeconds();
        assertThat(mean).as("seed %d, %d units", seed, units).isLessThanOrEqualTo(before);
        before = mean;
      }
    }
  }

  @Test
  void replications_differ_and_repeat() {
    Scenario scenario = random(SEED);

    assertThat(Simulation.run(scenario, 1)).isEqualTo(Simulation.run(scenario, 1));
    assertThat(Simulation.run(scenario, 2)).isNotEqualTo(Simulation.run(scenario, 1));
  }

  /** Small limits, so that all of them are felt. */
  private static Scenario random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Quota quota =
        Quota.perMinute(
            LIMIT,
            40_000,
            1 + random.nextInt(12),
            new Counting(
                pick(random, List.of(WindowKind.values())),
                Duration.ofSeconds(1 + random.nextInt(60)),
                pick(random, List.of(TokenAccounting.values())),
                random.nextInt(4) == 0));
    RequestClass small =
        new RequestClass(
            "small",
            3,
            new Tokens.Lognormal(500, 1, 50_000),
            Tokens.of(200),
            OptionalLong.of(300),
            0.1);
    RequestClass large = RequestClass.of(Tokens.of(5_000), new Tokens.Empirical(List.of(1L, 900L)));
    return new Scenario(
        new Demand(workload(random), List.of(small, large)),
        new Supply(
            quota,
            pick(random, List.of(Supply.Reserve.values())),
            1 + random.nextInt(4),
            service(random),
            trouble(random)),
        new ClientSide(
            plan(random),
            dispatch(random),
            random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofSeconds(90)),
            ClientSide.Goal.ANY),
        new Extent(seed, 1, 400, Duration.ofMinutes(20), Duration.ofMinutes(5)));
  }

  private static Workload workload(SplittableRandom random) {
    return pick(
        random,
        List.of(
            new Workload.Poisson(2_000),
            new Workload.Constant(1_500),
            Workload.Weekly.flat(1_800),
            new Workload.Bursty(1_500, 4, Workload.GapLaw.WEIBULL),
            new Workload.Bursty(1_500, 4, Workload.GapLaw.GAMMA),
            new Workload.Closed(30, Duration.ofSeconds(10)),
            new Workload.Closed(5, Duration.ZERO),
            new Workload.Batch(300)));
  }

  private static Service service(SplittableRandom random) {
    return pick(
        random,
        List.of(
            new Service.Instant(),
            new Service.Fixed(Duration.ofSeconds(7)),
            new Service.Exponential(Duration.ofSeconds(20)),
            new Service.Decode(Duration.ofMillis(800), 0.5, 45)));
  }

  private static Trouble trouble(SplittableRandom random) {
    return pick(
        random,
        List.of(
            Trouble.NONE,
            new Trouble(
                List.of(new Trouble.Outage(Duration.ofMinutes(2), Duration.ofMinutes(1))), 0.02)));
  }

  private static ClientPlan plan(SplittableRandom random) {
    return pick(
        random,
        List.of(
            ClientPlan.noRetry(),
            ClientPlan.constant(Duration.ZERO, 50),
            ClientPlan.constant(Duration.ofSeconds(3), 20),
            ClientPlan.expFullJitter(Duration.ofSeconds(1), Duration.ofSeconds(60), 9),
            ClientPlan.retryAfter(9),
            ClientPlan.retryAfterJittered(0.25, ClientPlan.UNBOUNDED),
            ClientPlan.Cookbook.asItComes(),
            new ClientPlan.PacedQueue(0.9, 0.1),
            new ClientPlan.Fifo()));
  }

  private static Dispatch dispatch(SplittableRandom random) {
    return pick(
        random,
        List.of(new Dispatch.RoundRobin(), new Dispatch.LeastLoaded(), new Dispatch.Sticky(10)));
  }

  private static <T> T pick(SplittableRandom random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Counts admissions of the last 60 s, a unit. */
  private static final class WindowGuard implements Observer {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final List<Deque<Long>> recent;
    private final long seed;
    private long seen;

    WindowGuard(int units, long seed) {
      this.recent = Stream.generate(WindowGuard::none).limit(units).toList();
      this.seed = seed;
    }

    private static Deque<Long> none() {
      return new ArrayDeque<>();
    }

    @Override
    public void admitted(int unit, long atNanos, long tokens) {
      Deque<Long> window = recent.get(unit);
      while (!window.isEmpty() && atNanos - window.getFirst() >= WINDOW) {
        window.removeFirst();
      }
      window.addLast(atNanos);
      seen++;
      assertThat(window.size()).as("seed %d, unit %d", seed, unit).isLessThanOrEqualTo(LIMIT);
    }
  }
}
