package dev.mimokit.load.simulation;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.scenario.Load;
import dev.mimokit.load.scenario.SuitePlan;
import dev.mimokit.load.scenario.Tally;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/**
 * Runs the loads of one plan in this JVM, turn by turn, and writes {@code gatling.json} and {@code
 * latency.hlog} after each: {@code GatlingMain PLAN.json}. Needs {@code
 * --add-opens=java.base/java.lang=ALL-UNNAMED}; {@link GatlingSuite} starts it so.
 *
 * <p>Gatling's own launcher is not used because it asks a public repository for its newest release
 * at every start, which no setting turns off. Analytics and the warm-up call are off in {@code
 * gatling.conf}, the report in the arguments. {@code Gatling$.fromArgs} is not declared stable: the
 * version is pinned and this class alone calls it.
 *
 * <p>Exit codes: 0 all loads ran, 2 the plan was refused, 3 Gatling failed.
 */
public final class GatlingMain {

  private static final int OK = 0;
  private static final int USAGE = 2;
  private static final int FAILED = 3;

  private final SuitePlan plan;
  private final NanoClock clock;
  private final WallClock wall;
  private final LatencyLog latencies;
  private final List<LoadOutcome> ended = new ArrayList<>();

  private GatlingMain(SuitePlan plan, NanoClock clock, WallClock wall) {
    this.plan = plan;
    this.clock = clock;
    this.wall = wall;
    this.latencies = new LatencyLog(wall.epochMillis());
  }

  /** Takes one argument, the plan file. */
  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  /** The same without ending the JVM. */
  static int run(String[] args, PrintStream err) {
    try {
      return new GatlingMain(planOf(args), NanoClock.system(), WallClock.system()).runAll();
    } catch (IllegalArgumentException e) {
      err.println("mimokit: " + e.getMessage());
      return USAGE;
    } catch (IOException e) {
      err.println("mimokit: " + e);
      return FAILED;
    }
  }

  private static SuitePlan planOf(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument, a plan file: " + List.of(args));
    }
    return SuiteFiles.readPlan(Path.of(args[0]));
  }

  private int runAll() throws IOException {
    silenceReleaseCheck();
    for (List<Load> loads : plan.turns()) {
      run(Turn.of(plan, loads));
    }
    return ended.stream().allMatch(outcome -> outcome.exitCode() == OK) ? OK : FAILED;
  }

  /** Says that the newest release was asked for at the end of time, so it is never due again. */
  private static void silenceReleaseCheck() {
    Preferences.userRoot()
        .node("/io/gatling/latestVersion")
        .putLong("lastCheckTimestamp", Long.MAX_VALUE);
  }

  private void run(Turn turn) throws IOException {
    turn.makeCurrent();
    long startNanos = clock.nanoTime();
    long startMillis = wall.epochMillis();
    int exitCode = launch();
    long wallMillis = (clock.nanoTime() - startNanos) / 1_000_000;
    for (LoadRun run : turn.runs()) {
      int own = run.unprepared() ? FAILED : exitCode;
      record(run, new Ended(own, startMillis, wallMillis));
    }
    SuiteFiles.writeFacts(plan.out(), new SuiteFacts(1, plan.policy(), plan.seed(), ended));
    latencies.write(plan.out().resolve(SuiteFiles.LATENCIES));
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // The console is this JVM's log.
  private int launch() {
    try {
      return Gatling$.MODULE$.fromArgs(arguments());
    } catch (RuntimeException e) {
      e.printStackTrace();
      return FAILED;
    }
  }

  private record Ended(int exitCode, long startMillis, long wallMillis) {}

  private String[] arguments() {
    return new String[] {
      "-s", LoadsSimulation.class.getName(), "-rf", plan.out().resolve("gatling").toString(), "-nr"
    };
  }

  private void record(LoadRun run, Ended end) {
    Load load = run.load();
    Tally tally = run.tally();
    long endMillis = end.startMillis() + end.wallMillis();
    latencies.add(load.name() + ".call", tally.callLatency(), end.startMillis(), endMillis);
    latencies.add(load.name() + ".attempt", tally.attemptLatency(), end.startMillis(), endMillis);
    ended.add(
        new LoadOutcome(
            load.name(), load.shape(), end.exitCode(), end.wallMillis(), tally.counters()));
  }
}
