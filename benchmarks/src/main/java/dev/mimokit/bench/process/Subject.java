package dev.mimokit.bench.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running server. Closing it ends the process, by force after 3 s. */
public final class Subject implements AutoCloseable {

  private static final long GRACE_SECONDS = 3;

  private final Process process;
  private final int port;
  private final Thread hook;

  Subject(Process process, int port, Thread hook) {
    this.process = process;
    this.port = port;
    this.hook = hook;
  }

  /** The port it answers on. */
  public int port() {
    return port;
  }

  /** Its process id; the launcher has made room for the JVM by then. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    CompletableFuture<Process> exit = process.onExit();
    exit.completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook does the same.
      assert hook.isAlive();
    }
  }
}
