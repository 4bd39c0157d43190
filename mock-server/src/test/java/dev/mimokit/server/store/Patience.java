package dev.mimokit.server.store;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, as long as it takes and no longer. */
public final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Patience() {}

  /** Fails when it is not so within half a minute. */
  public static void until(String what, BooleanSupplier so) {
    long begun = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        fail("waited " + LIMIT + " in vain until " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
