package dev.mimokit.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.bench.run.Bench;
import dev.mimokit.bench.run.BenchFailedException;
import dev.mimokit.bench.run.BenchOptions;
import dev.mimokit.bench.run.Suite;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.run.RunDirectory;
import dev.mimokit.load.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    RunDirectory directory = directory();
    Path work = Files.createTempDirectory("mimokit-bench");
    try {
      measure(new BenchOptions(suites, quick, work));
      directory.publish(files(work));
    } catch (BenchFailedException e) {
      throw ExitException.infrastructure(e);
    }
    for (String file : List.of("jmh.json", "jmh.log")) {
      Files.delete(work.resolve(file));
    }
    Files.delete(work);
    return Rendering.show(spec.commandLine(), directory.path());
  }

  private RunDirectory directory() {
    try {
      return RunDirectory.of(Optional.ofNullable(out), WallClock.system());
    } catch (UsageException e) {
      throw ExitException.usage(e);
    }
  }

  private void measure(BenchOptions options) throws IOException, BenchFailedException {
    PrintWriter err = spec.commandLine().getErr();
    err.println("mimokit: measuring; JMH's own words are in jmh.log of the run directory");
    err.println("mimokit: " + Bench.run(options) + " benchmarks measured");
  }

  private Map<String, byte[]> files(Path work) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest());
    files.put("jmh.log", Files.readAllBytes(work.resolve("jmh.log")));
    files.put("jmh.json", Files.readAllBytes(work.resolve("jmh.json")));
    return files;
  }

  private byte[] manifest() throws IOException {
    ObjectNode manifest = Json.answer();
    manifest.put("startedAt", Instant.ofEpochMilli(WallClock.system().epochMillis()).toString());
    manifest.put("mimokit", Version.number());
    manifest.put("java", System.getProperty("java.runtime.version", ""));
    manifest.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.version"));
    manifest.put("cores", Runtime.getRuntime().availableProcessors());
    manifest.putObject("options").put("quick", quick);
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
  }

  private List<Suite> suites() {
    try {
      return Suite.named(names);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }
}
