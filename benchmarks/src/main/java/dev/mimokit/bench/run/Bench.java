package dev.mimokit.bench.run;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.tokens.DjlBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH with the allocation profiler and leaves {@code jmh.json} in the run directory. */
public final class Bench {

  private static final TimeValue SHORT = TimeValue.milliseconds(150);

  private Bench() {}

  /**
   * Measures those of the suites that are JMH's, at least one. The result appears under its name
   * only when it is complete; JMH's own words go to {@code jmh.log} beside it.
   *
   * @return its figures; the load of the machine is that of the whole run
   */
  public static Findings run(BenchOptions options) throws IOException, BenchFailedException {
    Files.createDirectories(options.out());
    Path partial = options.out().resolve("jmh.json.part");
    Path log = options.out().resolve("jmh.log");
    try {
      Host host = Host.local();
      Optional<Watch> watch = host.readable() ? Optional.of(host.watch()) : Optional.empty();
      Optional<String> withoutDjl =
          options.suites().contains(Suite.TOKENS) ? DjlBenchmark.unavailable() : Optional.empty();
      ChainedOptionsBuilder jmh = jmh(options, partial, log);
      withoutDjl.ifPresent(why -> jmh.exclude(DjlBenchmark.class.getName()));
      Collection<RunResult> measured = new Runner(jmh.build()).run();
      Files.move(partial, options.out().resolve("jmh.json"), StandardCopyOption.REPLACE_EXISTING);
      Findings findings =
          JmhFigures.of(measured)
              .findings()
              .and(withoutDjl.map(Findings::skipped).orElse(Findings.NONE));
      return watch.isPresent() ? findings.on(watch.get().seen().load()) : findings;
    } catch (RunnerException e) {
      throw new BenchFailedException("benchmarks failed, see " + log + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static ChainedOptionsBuilder jmh(BenchOptions options, Path result, Path log) {
    ChainedOptionsBuilder jmh =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(result.toString())
            .output(log.toString());
    options.suites().stream()
        .filter(suite -> !suite.isProbe())
        .forEach(suite -> jmh.include(suite.include()));
    if (options.quick()) {
      jmh.forks(1)
          .warmupIterations(2)
          .warmupTime(SHORT)
          .measurementIterations(3)
          .measurementTime(SHORT);
    }
    return jmh;
  }
}
