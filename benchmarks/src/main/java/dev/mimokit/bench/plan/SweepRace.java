package dev.mimokit.bench.plan;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.core.plan.Sweep;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Supply;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same sweep of 64 scenarios on one thread and on two, one after the other.
 *
 * @param differing rows that are not equal
 */
record SweepRace(double oneSeconds, double twoSeconds, long differing, HostLoad load) {

  private static final double SECOND = 1e9;

  static SweepRace run(NanoClock clock, Host host, long jobs) throws IOException {
    Sweep sweep = sweep(jobs);
    Watch watch = host.watch();
    long start = clock.nanoTime();
    Sweep.Outcome one = sweep.run(1, () -> false, done -> {});
    long half = clock.nanoTime();
    Sweep.Outcome two = sweep.run(2, () -> false, done -> {});
    long end = clock.nanoTime();
    HostLoad load = watch.seen().load();
    long differing =
        IntStream.range(0, one.rows().size())
            .filter(i -> !one.rows().get(i).equals(two.rows().get(i)))
            .count();
    return new SweepRace((half - start) / SECOND, (end - half) / SECOND, differing, load);
  }

  private static Sweep sweep(long jobs) {
    Quota quota = Quota.perMinute(100, 10_000_000, 100, WindowKind.SLIDING_LOG);
    Scenario base =
        new Scenario(
            Demand.of(
                new Workload.Poisson(20_000), RequestClass.of(Tokens.of(1_000), Tokens.of(300))),
            Supply.of(quota, 4, new Service.Decode(Duration.ofMillis(800), 0, 45)),
            ClientSide.of(
                ClientPlan.expFullJitter(Duration.ofSeconds(1), Duration.ofSeconds(60), 9)),
            Extent.jobs(1, 1, jobs));
    return Sweep.grid(base, List.of(units(), seeds()));
  }

  private static Sweep.Axis units() {
    return new Sweep.Axis(
        "units",
        IntStream.rangeClosed(3, 10)
            .mapToObj(k -> new Sweep.Value(Integer.toString(k), one -> one.withUnits(k)))
            .toList());
  }

  private static Sweep.Axis seeds() {
    return new Sweep.Axis(
        "seed",
        IntStream.rangeClosed(1, 8)
            .mapToObj(
                seed ->
                    new Sweep.Value(
                        Integer.toString(seed), one -> one.with(one.extent().with(seed, 1))))
            .toList());
  }
}
