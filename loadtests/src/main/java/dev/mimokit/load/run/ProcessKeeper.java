package dev.mimokit.load.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Every process the gate has started, so that none outlives it: not when it ends, not on Ctrl-C.
 * Thread-safe.
 */
final class ProcessKeeper implements AutoCloseable {

  private static final long GRACE_MILLIS = 2_000;
  private static final String MARK = "MIMOKIT_GATE";
  private static final AtomicLong KEEPERS = new AtomicLong();

  /** Of this keeper alone: several may run on a host, and in a JVM. */
  private final String mark = ProcessHandle.current().pid() + "-" + KEEPERS.incrementAndGet();

  private final Set<Process> alive = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::endAll, "end-processes");

  ProcessKeeper() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put(MARK, mark);
    Process process = builder.start();
    alive.add(process);
    return process;
  }

  /** Asks a process and all it started to end, and makes them after 2 s. */
  void end(Process process) {
    end(process, tree(process));
  }

  /** The same with a {@code tree} seen earlier, whose root may be gone by now. */
  void end(Process process, List<ProcessHandle> tree) {
    end(Stream.concat(tree.stream(), tree(process).stream()).distinct().toList());
    alive.remove(process);
  }

  private static void end(List<ProcessHandle> all) {
    all.forEach(ProcessHandle::destroy);
    await(all);
    all.forEach(ProcessHandle::destroyForcibly);
    await(all);
  }

  /**
   * Processes whose parents have ended, where the system shows environments: they still carry the
   * mark that each process started here hands down.
   */
  private List<ProcessHandle> orphans() {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.pid() != ProcessHandle.current().pid())
        .filter(this::marked)
        .toList();
  }

  private boolean marked(ProcessHandle handle) {
    Path environment = Path.of("/proc", Long.toString(handle.pid()), "environ");
    try {
      String all = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
      return ("\0" + all).contains("\0" + MARK + "=" + mark + "\0");
    } catch (IOException e) {
      // Not ours to read, gone, or another system.
      return false;
    }
  }

  /** The process and all it has started and that still runs. */
  static List<ProcessHandle> tree(Process process) {
    List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
    tree.add(process.toHandle());
    return tree;
  }

  /** Waits until all have ended, 2 s at most. */
  private static void await(List<ProcessHandle> all) {
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      var unused = CompletableFuture.allOf(ends).get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Those that are left are ended by force, or cannot be.
      return;
    }
  }

  private void endAll() {
    alive.forEach(this::end);
    end(orphans());
  }

  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook has done or will do the same.
      assert hook.isAlive();
    }
  }
}
