package dev.mimokit.bench.run;

import dev.mimokit.bench.ratio.Forks;
import dev.mimokit.bench.ratio.RatioRunner;
import dev.mimokit.bench.row.Findings;
import java.util.function.Consumer;

/**
 * Measures the suites that compare in turns.
 *
 * @param progress told in a line what is measured next
 */
public record Ratios(Consumer<String> progress) {

  /** Asks the questions of those suites that have any. */
  public Findings run(BenchOptions options) throws InterruptedException {
    RatioRunner runner = new RatioRunner(new Forks(RatioFork.class, options.out()), progress);
    Findings findings = Findings.NONE;
    for (Suite suite : options.suites()) {
      if (!suite.isProbe()) {
        findings = findings.and(runner.run(suite.id(), suite.questions(), options.quick()));
      }
    }
    return findings;
  }
}
