package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The main job: lets every agent meet every case, runs Gatling's suite for the reference agent, and
 * keeps it all in a run directory. All processes it starts end with it.
 */
public final class Gate {

  private static final double NANOS = 1e9;

  private final GateOptions options;
  private final GateListener listener;
  private final NanoClock clock = NanoClock.system();
  private final Map<String, List<CaseResult>> columns = new LinkedHashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private final Map<String, byte[]> extras = new LinkedHashMap<>();

  private Gate(GateOptions options, GateListener listener) {
    this.options = options;
    this.listener = new OneAtATime(listener);
  }

  /**
   * Runs the gate; blocks until the run directory is written.
   *
   * @throws UsageException before anything is started or written
   * @throws IOException when the mock does not start or the run directory cannot be written
   */
  public static GateResult run(GateOptions options, GateListener listener)
      throws IOException, InterruptedException {
    options.check();
    WallClock wall = WallClock.system();
    RunDirectory directory = RunDirectory.of(options.out(), wall);
    return new Gate(options, listener).run(directory, wall.epochMillis());
  }

  private GateResult run(RunDirectory directory, long startEpochMillis)
      throws IOException, InterruptedException {
    long startNanos = clock.nanoTime();
    Path work = Files.createTempDirectory("mimokit-gate");
    try (ProcessKeeper keeper = new ProcessKeeper();
        Heartbeat heartbeat = Heartbeat.start(clock)) {
      MockAdmin mock = MockStart.at(options.mock(), keeper, clock, work.resolve("mock.log"));
      listener.mockReady(mock.root().toString());
      judgeAgents(new AgentRun.Stage(mock, keeper, heartbeat, clock, listener));
      judgeLoads(mock, work.resolve("loads"));
    } finally {
      delete(work);
    }
    int exit = GateResult.exit(columns, options.strict());
    double seconds = (clock.nanoTime() - startNanos) / NANOS;
    directory.publish(files(new RunFiles.Times(startEpochMillis, seconds), exit));
    return new GateResult(directory.path(), columns, exit);
  }

  private void judgeAgents(AgentRun.Stage stage) throws InterruptedException {
    List<Case> cases = options.chosenCases();
    for (AgentCommand agent : options.agents()) {
      columns.put(agent.name(), new ArrayList<>());
      if (!cases.isEmpty()) {
        AgentRun run = new AgentRun(agent, stage);
        column(agent.name()).addAll(run.judge(cases, options.lanes()));
        journal.addAll(run.journal());
      }
    }
  }

  private List<CaseResult> column(String agent) {
    return columns.computeIfAbsent(agent, name -> new ArrayList<>());
  }

  private void judgeLoads(MockAdmin mock, Path work) throws IOException, InterruptedException {
    List<Case> loads = options.chosenLoads();
    if (loads.isEmpty()) {
      return;
    }
    listener.loadsBegin(loads.size());
    LoadRun run = new LoadRun(mock, clock, work);
    List<CaseResult> results = run.judge(loads, options.choice().smoke(), options.seed());
    results.forEach(
        result -> listener.judged(AgentCommand.REFERENCE, result.tested(), result.judgement()));
    column(AgentCommand.REFERENCE).addAll(results);
    journal.addAll(run.journal());
    keep(work.resolve("gatling.json")).ifPresent(bytes -> extras.put("gatling.json", bytes));
    keep(work.resolve("latency.hlog")).ifPresent(latencies::add);
  }

  private static Optional<byte[]> keep(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private Map<String, byte[]> files(RunFiles.Times times, int exit) {
    latencies.add(journal);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", RunFiles.manifest(options, times));
    files.put("cases.json", RunFiles.cases(columns));
    files.put("journal.jsonl", RunFiles.journal(journal));
    files.put("latency.hlog", latencies.log(times));
    files.putAll(extras);
    files.put("verdicts.json", RunFiles.verdicts(columns, exit));
    return files;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
