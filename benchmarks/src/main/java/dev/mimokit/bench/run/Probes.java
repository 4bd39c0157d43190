package dev.mimokit.bench.run;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.http.CostProbe;
import dev.mimokit.bench.http.CountingMode;
import dev.mimokit.bench.http.StartProbe;
import dev.mimokit.bench.plan.PlannerProbe;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.stream.StreamProbe;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures servers, and the planner, from outside, each in a process of its own.
 *
 * @param launcher of the distribution
 * @param modes in which {@code serve} can count tokens
 * @param progress told in a line what is measured next
 */
public record Probes(Launcher launcher, List<CountingMode> modes, Consumer<String> progress) {

  private static final String AIMOCK =
      "http/chat against aimock 1.43: it needs Node and a package that is not part of this program";

  /** Copies the modes. */
  public Probes {
    modes = List.copyOf(modes);
  }

  /** Measures those of the suites that are probes; one that cannot be measured is skipped. */
  public Findings run(BenchOptions options) throws InterruptedException {
    Host host = Host.local();
    Findings findings = Findings.NONE;
    for (Suite suite : options.suites()) {
      if (suite.isProbe()) {
        findings =
            findings.and(
                host.readable()
                    ? probe(suite, host, options.quick())
                    : Findings.skipped(suite.id() + ": a machine with /proc is needed"));
      }
    }
    return findings;
  }

  private Findings probe(Suite suite, Host host, boolean quick) throws InterruptedException {
    try {
      return switch (suite) {
        case STREAMS -> new StreamProbe(launcher, host, progress).run(quick);
        case PLANNER -> new PlannerProbe(launcher.work(), progress).run(quick);
        default ->
            new CostProbe(launcher, host, progress)
                .run(modes, quick)
                .and(new StartProbe(launcher, host, progress).run(quick))
                .and(Findings.skipped(AIMOCK));
      };
    } catch (IOException e) {
      return Findings.skipped(suite.id() + ": " + e.getMessage());
    }
  }
}
