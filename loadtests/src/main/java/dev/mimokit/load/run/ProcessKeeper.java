package dev.mimokit.load.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Every process the gate has started, so that none outlives it: not when it ends, not on Ctrl-C.
 * Thread-safe.
 */
final class ProcessKeeper implements AutoCloseable {

  private static final long GRACE_MILLIS = 2_000;

  private final Set<Process> alive = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::endAll, "end-processes");

  ProcessKeeper() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Process start(ProcessBuilder builder) throws IOException {
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
    List<ProcessHandle> all = Stream.concat(tree.stream(), tree(process).stream()).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(ProcessKeeper::await);
    all.forEach(ProcessHandle::destroyForcibly);
    alive.remove(process);
  }

  /** The process and all it has started and that still runs. */
  static List<ProcessHandle> tree(Process process) {
    List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
    tree.add(process.toHandle());
    return tree;
  }

  private static void await(ProcessHandle handle) {
    try {
      var unused = handle.onExit().get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      handle.destroyForcibly();
    }
  }

  private void endAll() {
    alive.forEach(this::end);
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
