package dev.mimokit.bench.plan;

import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long does the planner take for a week of 16.8 million jobs on one core and 512 MB, and how
 * much faster is a sweep on two?
 *
 * <p>{@code ./mimokit bench planner}, or with one repeat {@code ./mimokit bench planner --quick}.
 *
 * <p>The speed-up means nothing where others use the machine, and is inconclusive then. Seconds of
 * CPU do not count the time that others took, but their traces in the caches.
 *
 * @param work a directory for what the forks say beside
 * @param progress told in a line what is measured next
 */
public record PlannerProbe(Path work, Consumer<String> progress) {

  private static final int REPEATS = 5;
  private static final String HEAP = "-Xmx512m";
  private static final int LOADS = 2;

  /** Numbers of one fork, after the load of the machine meanwhile. */
  private record Told(HostLoad load, double[] numbers) {

    static Told parse(String line) {
      double[] all = Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
      return new Told(new HostLoad(all[0], all[1]), Arrays.copyOfRange(all, LOADS, all.length));
    }
  }

  /** Measures both. */
  public Findings run(boolean quick) throws IOException, InterruptedException {
    int repeats = quick ? 1 : REPEATS;
    return week(repeats).and(sweep(repeats, quick ? 20_000 : 100_000));
  }

  private Findings week(int repeats) throws IOException, InterruptedException {
    List<Told> told = forks("planner: a week, ", repeats, List.of("week"));
    HostLoad load = load(told);
    return rows(
        Row.of("planner/week/wall", spread(told, 0), "s").on(load).against(Target.atMost(5)),
        // CPU time is this thread's own, whatever the others did: it is judged on any machine.
        Row.of("planner/week/cpu", spread(told, 1), "s").against(Target.atMost(5)),
        Row.of("planner/week/jobs", spread(told, 2), "jobs"),
        Row.of("planner/week/events-per-cpu-second", rate(told), "events/s"),
        Row.of("planner/week/peak-heap", spread(told, 4), "MiB").against(Target.atMost(512)),
        Row.of("planner/week/allocated", spread(told, 5), "B/event").against(Target.atMost(1)));
  }

  private Findings sweep(int repeats, int jobs) throws IOException, InterruptedException {
    List<Told> told =
        forks("planner: a sweep, ", repeats, List.of("sweep", Integer.toString(jobs)));
    HostLoad load = load(told);
    Spread speedUp = Spread.of(told.stream().map(one -> one.numbers[0] / one.numbers[1]).toList());
    return rows(
        Row.of("planner/sweep/one-thread", spread(told, 0), "s").on(load),
        Row.of("planner/sweep/two-threads", spread(told, 1), "s").on(load),
        speedUp(speedUp).on(load),
        Row.of("planner/sweep/rows-that-differ", spread(told, 2), "rows")
            .against(Target.exactly(0)));
  }

  private static Row speedUp(Spread speedUp) {
    return Row.of("planner/sweep/speed-up", speedUp, "x").against(Target.atLeast(1.6));
  }

  private static Findings rows(Row... rows) {
    return new Findings(List.of(rows), List.of(), List.of());
  }

  private static Spread spread(List<Told> told, int index) {
    return Spread.of(told.stream().map(one -> one.numbers[index]).toList());
  }

  private static Spread rate(List<Told> told) {
    return Spread.of(told.stream().map(one -> one.numbers[3] / one.numbers[1]).toList());
  }

  /** Of the quiet repeats, the worst. */
  private static HostLoad load(List<Told> told) {
    return told.stream().map(Told::load).reduce(HostLoad::worse).orElseThrow();
  }

  private List<Told> forks(String what, int repeats, List<String> arguments)
      throws IOException, InterruptedException {
    List<Told> told = new ArrayList<>();
    for (int i = 1; i <= repeats; i++) {
      progress.accept(what + i + " of " + repeats);
      told.add(fork(arguments));
    }
    return told;
  }

  private Told fork(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:disable", HEAP, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PlannerFork.class.getName());
    command.addAll(arguments);
    Path log = Files.createTempFile(work, "planner", ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    Thread hook = new Thread(process::destroyForcibly, "end-planner");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return told(process, log);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private static Told told(Process process, Path log) throws IOException, InterruptedException {
    process.getOutputStream().close();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      int status = process.waitFor();
      if (line == null || status != 0) {
        throw new IOException("the planner's fork ended with status " + status + said(log));
      }
      return Told.parse(line);
    }
  }

  private static String said(Path log) throws IOException {
    return Files.readAllLines(log).stream().findFirst().map(line -> ": " + line).orElse("");
  }
}
