package dev.mimokit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.http.CountingMode;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.FindingsJson;
import dev.mimokit.bench.run.Bench;
import dev.mimokit.bench.run.BenchFailedException;
import dev.mimokit.bench.run.BenchOptions;
import dev.mimokit.bench.run.Probes;
import dev.mimokit.bench.run.Ratios;
import dev.mimokit.bench.run.Suite;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.cli.program.Self;
import dev.mimokit.cli.program.Version;
import dev.mimokit.core.time.NanoClock;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs interleaved ratios, JMH suites and probes of running servers into a run directory. */
@Command(
    name = "bench",
    description = {
      "Ratios of things measured in turns, each beside a control, and probes of running servers;"
          + " the figures go into a run directory.",
      "Exit 0 when measured, targets met or not; 3 when the machine was not fit to measure on."
    })
final class BenchCommand implements Callable<Integer> {

  private static final String TOKEN_MODE = "--token-mode";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description = {
        "limiter: decisions beside one reading of the clock and beside other limiters.",
        "tokens: exact count, estimate and worst inputs beside other tokenizers.",
        "streams: how punctual 100, 500 and 2,000 paced streams are.",
        "http: cost of a request beside a bare Jetty; start and idle memory of serve.",
        "planner: a simulated week in seconds and memory; a sweep on two cores beside one.",
        "All when none is named."
      })
  private List<String> names = List.of();

  @Option(
      names = "--quick",
      description = "Few repeats, short ones: the order of magnitude, not a figure to quote.")
  private boolean quick;

  @Option(
      names = "--jmh",
      description =
          "Of limiter and tokens, JMH's detailed lists with allocation instead of the ratios; much"
              + " longer.")
  private boolean jmh;

  @Option(
      names = "--json",
      description = "Rows with targets and whether they were met, as JSON on stdout.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory; runs/<time> by default.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Suite> suites = suites();
    RunDirectory directory = directory();
    Path work = Files.createTempDirectory("mimokit-bench");
    try {
      Findings findings = measure(new BenchOptions(suites, quick, work));
      JsonNode answer = FindingsJson.of(findings);
      directory.publish(files(work, answer));
      show(directory, answer);
      warn(findings);
      return findings.sound() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    } catch (BenchFailedException e) {
      throw ExitException.infrastructure(e);
    } finally {
      delete(work);
    }
  }

  private void show(RunDirectory directory, JsonNode answer) throws IOException {
    if (json) {
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.println(answer.toPrettyString());
      stdout.flush();
    } else {
      var unused = Rendering.show(spec.commandLine(), directory.path());
    }
  }

  private void warn(Findings findings) {
    PrintWriter err = spec.commandLine().getErr();
    findings.skipped().forEach(why -> err.println("mimokit: not measured: " + why));
    findings.controls().stream()
        .filter(control -> !control.withinBand())
        .forEach(
            control ->
                err.printf(
                    Locale.ROOT,
                    "mimokit: the machine is not fit to measure on: %s was %.3f..%.3f %s, expected"
                        + " %s%n",
                    control.name(),
                    control.spread().low(),
                    control.spread().high(),
                    control.unit(),
                    control.band().text()));
  }

  private RunDirectory directory() {
    try {
      return RunDirectory.of(Optional.ofNullable(out), WallClock.system());
    } catch (UsageException e) {
      throw ExitException.usage(e);
    }
  }

  private Findings measure(BenchOptions options)
      throws IOException, InterruptedException, BenchFailedException {
    Findings findings =
        options.suites().stream().allMatch(Suite::isProbe) ? Findings.NONE : inside(options);
    return options.suites().stream().anyMatch(Suite::isProbe)
        ? findings.and(probes(options.out()).run(options))
        : findings;
  }

  private Findings inside(BenchOptions options)
      throws IOException, InterruptedException, BenchFailedException {
    PrintWriter err = spec.commandLine().getErr();
    if (!jmh) {
      return new Ratios(line -> err.println("mimokit: " + line)).run(options);
    }
    err.println("mimokit: measuring; JMH's own words are in jmh.log of the run directory");
    Findings findings = Bench.run(options);
    err.println("mimokit: " + findings.rows().size() + " figures measured by JMH");
    return findings;
  }

  private Probes probes(Path work) {
    PrintWriter err = spec.commandLine().getErr();
    List<String> program =
        Self.launcher()
            .orElseThrow(
                () ->
                    ExitException.infrastructure(
                        "streams, http and planner measure the distribution: expected to be started"
                            + " by its launcher, ./mimokit bench"));
    Launcher launcher = new Launcher(program, work, NanoClock.system());
    return new Probes(launcher, countingModes(), line -> err.println("mimokit: " + line));
  }

  /** The cheap way of counting has the target; where there is another, it is shown beside it. */
  private static List<CountingMode> countingModes() {
    CommandSpec serve = CommandSpec.forAnnotatedObject(new ServeCommand());
    return serve.findOption(TOKEN_MODE) == null
        ? List.of(new CountingMode("default", List.of(), true))
        : List.of(
            new CountingMode("estimate", List.of(TOKEN_MODE, "estimate"), true),
            new CountingMode("default", List.of(), false));
  }

  private Map<String, byte[]> files(Path work, JsonNode answer) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest());
    for (String name : List.of("jmh.log", "jmh.json")) {
      if (Files.exists(work.resolve(name))) {
        files.put(name, Files.readAllBytes(work.resolve(name)));
      }
    }
    files.put("bench.json", Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
    return files;
  }

  private static void delete(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(work);
  }

  private byte[] manifest() throws IOException {
    ObjectNode manifest = Json.answer();
    manifest.put("startedAt", Instant.ofEpochMilli(WallClock.system().epochMillis()).toString());
    manifest.put("mimokit", Version.number());
    manifest.put("java", System.getProperty("java.runtime.version", ""));
    manifest.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.version"));
    manifest.put("cpu", Host.local().cpuModel());
    manifest.put("cores", Runtime.getRuntime().availableProcessors());
    manifest.putObject("options").put("quick", quick).put("jmh", jmh);
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
