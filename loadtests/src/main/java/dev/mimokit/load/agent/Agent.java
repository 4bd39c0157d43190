package dev.mimokit.load.agent;

import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.util.function.Consumer;

/** A client under test. Implementations are thread-safe. */
@FunctionalInterface
public interface Agent {

  /**
   * Starts a call without waiting for it; {@code tell} hears how it ended, from any thread. A good
   * client tells once.
   */
  void start(DriverCall call, Consumer<DriverAnswer> tell);
}
