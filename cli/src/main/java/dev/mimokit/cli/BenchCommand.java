package dev.mimokit.cli;

import dev.mimokit.bench.run.Bench;
import dev.mimokit.bench.run.BenchFailedException;
import dev.mimokit.bench.run.BenchOptions;
import dev.mimokit.bench.run.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs JMH suites into a run directory. */
@Command(
    name = "bench",
    description = "JMH suites with the allocation profiler; jmh.json goes into a run directory.")
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "limiter, tokens; all when none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--quick",
      description = "One fork and short iterations: the order of magnitude, not a figure to quote.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory; runs/<time> by default.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    List<Suite> suites = suites();
    Path directory = RunFolder.create(out);
    spec.commandLine()
        .getErr()
        .println("mimokit: measuring; JMH's own words go to " + directory.resolve("jmh.log"));
    try {
      int measured = Bench.run(new BenchOptions(suites, quick, directory));
      spec.commandLine().getErr().println("mimokit: " + measured + " benchmarks measured");
    } catch (BenchFailedException e) {
      throw ExitException.infrastructure(e.getMessage());
    }
    return Rendering.show(spec.commandLine(), directory);
  }

  private List<Suite> suites() {
    try {
      return Suite.named(names);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e.getMessage());
    }
  }
}
