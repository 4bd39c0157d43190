package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
  private static final long DAY_MILLIS = 86_400_000;

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

  /**
   * Judges a journal that was captured earlier instead of running anything: a run's {@code
   * journal.jsonl} or its directory, or what a mock's journal answers, whose one case the options
   * have to name.
   *
   * @throws UsageException when the journal cannot be read, or holds none of the chosen cases
   * @throws IOException when the run directory cannot be written
   */
  public static GateResult judge(GateOptions options, Path captured, GateListener listener)
      throws IOException {
    options.checkPatterns();
    WallClock wall = WallClock.system();
    CapturedRun run = CapturedRun.read(captured);
    RunDirectory directory = RunDirectory.of(options.out(), wall);
    return new Gate(options, listener).judge(run, captured, directory, wall.epochMillis());
  }

  private GateResult judge(
      CapturedRun run, Path captured, RunDirectory directory, long startEpochMillis)
      throws IOException {
    List<Case> cases = options.chosenOfAll();
    Optional<Case> named = cases.size() == 1 ? Optional.of(cases.get(0)) : Optional.empty();
    columns.putAll(run.judge(cases, named));
    if (columns.isEmpty()) {
      throw new UsageException(
          captured + " holds none of the cases; one without names needs --cases with its only one");
    }
    columns.forEach(
        (agent, results) ->
            results.forEach(result -> listener.judged(agent, result.tested(), result.judgement())));
    journal.addAll(run.entries());
    return publish(directory, new RunFiles.Times(startEpochMillis, 0));
  }

  private GateResult publish(RunDirectory directory, RunFiles.Times times) throws IOException {
    LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(times.startEpochMillis(), DAY_MILLIS));
    options.known().stale(columns, today).forEach(listener::warning);
    int exit = GateResult.exit(columns, options.strict(), options.known(), today);
    directory.publish(files(times, exit));
    return new GateResult(directory.path(), columns, exit);
  }

  private GateResult run(RunDirectory directory, long startEpochMillis)
      throws IOException, InterruptedException {
    long startNanos = clock.nanoTime();
    Path work = Files.createTempDirectory("mimokit-gate");
    try (ProcessKeeper keeper = new ProcessKeeper();
        Heartbeat heartbeat = Heartbeat.start(clock)) {
      MockAdmin mock = MockStart.at(options.mock(), keeper, clock, work.resolve("mock.log"));
      listener.mockReady(mock.root().toString());
      MockPulse pulse = MockPulse.start(mock, heartbeat, clock);
      try {
        judgeAgents(new AgentRun.Stage(mock, keeper, heartbeat, clock, listener));
      } finally {
        pulse.close();
      }
      judgeLoads(mock, heartbeat, work.resolve("loads"));
    } finally {
      delete(work);
    }
    double seconds = (clock.nanoTime() - startNanos) / NANOS;
    return publish(directory, new RunFiles.Times(startEpochMillis, seconds));
  }

  private void judgeAgents(AgentRun.Stage stage) throws IOException, InterruptedException {
    List<Case> cases = options.chosenCases();
    for (AgentCommand agent : options.agents()) {
      columns.put(agent.name(), new ArrayList<>());
      if (agent.isAttached()) {
        AttachRun run = new AttachRun(agent, stage, options.attachment());
        column(agent.name()).addAll(run.judge(cases));
        journal.addAll(run.journal());
      } else if (!cases.isEmpty()) {
        AgentRun run = new AgentRun(agent, stage, options.warmUpMillis());
        column(agent.name()).addAll(run.judge(cases, options.lanes()));
        journal.addAll(run.journal());
      }
    }
  }

  private List<CaseResult> column(String agent) {
    return columns.computeIfAbsent(agent, name -> new ArrayList<>());
  }

  private void judgeLoads(MockAdmin mock, Heartbeat heartbeat, Path work)
      throws IOException, InterruptedException {
    List<Case> loads = options.chosenLoads();
    if (loads.isEmpty()) {
      return;
    }
    listener.loadsBegin(loads.size());
    LoadRun run = new LoadRun(new LoadRun.Stage(mock, heartbeat, clock), listener, work);
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
