package dev.mimokit.server.engine;

import dev.mimokit.core.time.NanoClock;
import java.util.List;

/** Starts engines. */
public final class Engines {

  private Engines() {}

  /**
   * Starts an engine and returns when it answers. Routes are tried in the order given. Nothing is
   * left running when this throws.
   *
   * @throws CannotListenException when the address cannot be bound
   * @throws IllegalArgumentException when a stub file cannot be read
   */
  public static Engine start(EngineOptions options, List<Route> routes, NanoClock clock) {
    silenceMissingLogger();
    return WireMockEngine.start(options, List.copyOf(routes), clock);
  }

  /** Without a binding on the class path SLF4J would print a warning of its own at first use. */
  private static void silenceMissingLogger() {
    String verbosity = "slf4j.internal.verbosity";
    if (System.getProperty(verbosity) == null) {
      System.setProperty(verbosity, "ERROR");
    }
  }
}
