package dev.mimokit.bench.plan;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The JVM that simulates: {@code PlannerFork week}, or {@code PlannerFork sweep JOBS}. */
final class PlannerFork {

  private PlannerFork() {}

  /** One line of numbers on stdout; of a sweep one a race, the first of which compiles. */
  public static void main(String[] arguments) throws IOException {
    NanoClock clock = NanoClock.system();
    Host host = Host.local();
    if (arguments[0].equals("week")) {
      Week week = Week.run(clock, host);
      tell(
          week.load(),
          week.wallSeconds(),
          week.cpuSeconds(),
          week.jobs(),
          week.events(),
          week.peakMebibytes(),
          week.bytesPerEvent());
      return;
    }
    long jobs = Long.parseLong(arguments[1]);
    SweepRace.run(clock, host, jobs / 4);
    SweepRace race = SweepRace.run(clock, host, jobs);
    tell(race.load(), race.oneSeconds(), race.twoSeconds(), race.differing());
  }

  private static void tell(HostLoad load, double... numbers) {
    String line =
        Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    System.out.println(load.stealPercent() + " " + load.foreignPercent() + " " + line);
  }
}
