package dev.mimokit.bench.plan;

import com.sun.management.ThreadMXBean;
import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.sim.ClientPlan;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.Measured;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Simulation;
import dev.mimokit.core.sim.Supply;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;

/**
 * A week at 100,000 requests an hour on 20 accounts: 16.8 million jobs, each of which arrives, is
 * admitted by the limiter of the mock, is in flight for 7.5 s and is settled.
 *
 * @param wallSeconds from the first event to the last
 * @param cpuSeconds of the thread that simulates
 * @param peakMebibytes of the heap, garbage included
 * @param bytesPerEvent allocated by that thread, all of the run included
 */
record Week(
    double wallSeconds,
    double cpuSeconds,
    long jobs,
    long events,
    double peakMebibytes,
    double bytesPerEvent,
    HostLoad load) {

  private static final double SECOND = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** A day to compile by, then the week. */
  static Week run(NanoClock clock, Host host) throws IOException {
    Simulation.run(scenario(DAY), 0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Watch watch = host.watch();
    long wall = clock.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    Measured week = Simulation.run(scenario(WEEK), 0);
    long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
    return new Week(
        (clock.nanoTime() - wall) / SECOND,
        (threads.getCurrentThreadCpuTime() - cpu) / SECOND,
        week.counts().offered(),
        week.counts().events(),
        peakHeap() / MEBIBYTE,
        (double) allocated / week.counts().events(),
        watch.seen().load());
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static Scenario scenario(Duration span) {
    Quota quota = Quota.perMinute(100, 10_000_000, 100, WindowKind.SLIDING_LOG);
    return new Scenario(
        Demand.of(Workload.Weekly.flat(100_000), RequestClass.of(Tokens.of(1_000), Tokens.of(300))),
        Supply.of(quota, 20, new Service.Decode(Duration.ofMillis(800), 0, 45)),
        ClientSide.of(new ClientPlan.Fifo()),
        Extent.lasting(1, 1, span));
  }
}
