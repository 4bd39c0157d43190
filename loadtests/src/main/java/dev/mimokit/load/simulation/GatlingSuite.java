package dev.mimokit.load.simulation;

import dev.mimokit.load.scenario.SuitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the Gatling suite in a JVM of its own, so that load, server and judge share no heap, and
 * returns what it measured. All loads share that one JVM: its start is most of a short load's cost.
 * Instances are immutable and thread-safe.
 */
public final class GatlingSuite {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final List<String> extraFlags;

  /** A suite whose JVM gets {@code extraFlags} besides its own. */
  public GatlingSuite(List<String> extraFlags) {
    this.extraFlags = List.copyOf(extraFlags);
  }

  /** A suite without extra flags. */
  public GatlingSuite() {
    this(List.of());
  }

  /**
   * Runs all loads of {@code plan}; blocks until they ended or {@code timeout} is over, then ends
   * the whole process tree. Creates {@code plan.out()} when missing and replaces the results of an
   * earlier run there.
   *
   * @throws IOException when files cannot be written or the JVM not started
   */
  public SuiteOutcome run(SuitePlan plan, Duration timeout)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(plan.out().resolve("gatling"));
    Files.deleteIfExists(plan.out().resolve(SuiteFiles.FACTS));
    Files.deleteIfExists(plan.out().resolve(SuiteFiles.LATENCIES));
    Path planFile = work.resolve("plan.json");
    SuiteFiles.writePlan(planFile, plan);
    Path log = work.resolve("console.log");
    Process process = start(command(work, planFile), log);
    boolean ended = await(process, timeout);
    return new SuiteOutcome(process.waitFor(), !ended, loads(plan), log);
  }

  private static Process start(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    return process;
  }

  private List<String> command(Path work, Path planFile) {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.addAll(flags(work));
    command.addAll(extraFlags);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            GatlingMain.class.getName(),
            planFile.toString()));
    return command;
  }

  private static List<String> flags(Path work) {
    List<String> flags = new ArrayList<>();
    flags.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    if (Runtime.version().feature() >= 24) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    flags.add("-Djava.util.prefs.userRoot=" + work);
    flags.add("-Djava.awt.headless=true");
    flags.add("-XX:+UseSerialGC");
    flags.add("-XX:TieredStopAtLevel=1");
    flags.add("-Xmx256m");
    return flags;
  }

  private static boolean await(Process process, Duration timeout) throws InterruptedException {
    Thread onExit = new Thread(() -> endTree(process));
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      endTree(process);
      removeHook(onExit);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already ending: the hook does its work.
      assert !hook.isDaemon();
    }
  }

  private static void endTree(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<LoadOutcome> loads(SuitePlan plan) throws IOException {
    return Files.exists(plan.out().resolve(SuiteFiles.FACTS))
        ? SuiteFiles.readFacts(plan.out()).loads()
        : List.of();
  }
}
