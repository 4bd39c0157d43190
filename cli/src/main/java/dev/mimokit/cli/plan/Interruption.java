package dev.mimokit.cli.plan;

import dev.mimokit.cli.program.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long command end early but in order: Ctrl-C asks it to stop, and the JVM waits until it
 * has written what it has.
 */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "mimokit-stop");
  private volatile boolean requested;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the command is to stop. */
  boolean requested() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INCONCLUSIVE);
  }

  @Override
  public void close() {
    closed.countDown();
    if (!requested) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already: the hook sees that everything is written.
      assert hook.isAlive();
    }
  }
}
