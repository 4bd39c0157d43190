package dev.mimokit.bench.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure and where to leave it.
 *
 * @param quick one fork and short repeats: shows that it works and the order of magnitude
 * @param out the run directory; {@code jmh.json} and {@code jmh.log} of JMH are written there
 */
public record BenchOptions(List<Suite> suites, boolean quick, Path out) {

  /** Copies the list; refuses none. */
  public BenchOptions {
    suites = List.copyOf(suites);
    if (suites.isEmpty()) {
      throw new IllegalArgumentException("no benchmark suite was asked for");
    }
  }
}
