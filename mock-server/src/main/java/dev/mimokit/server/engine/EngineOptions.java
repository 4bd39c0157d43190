package dev.mimokit.server.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an engine listens and what it may keep. Refuses values that cannot work; everything else
 * starts from {@link #defaults()}.
 *
 * @param host the address to bind; only that one is listened on
 * @param port 0 for any free port
 * @param stubsDir a WireMock root with {@code mappings/} and {@code __files/}; without one nothing
 *     is read from or written to the disk
 * @param journalEntries most requests the journal keeps, at least 1
 * @param journalBytes most bytes of bodies and overhead the journal keeps; the newest request stays
 *     even when it alone is larger
 * @param maxBodyBytes longest request body on the lane; longer ones get a 413
 * @param drain how long stopping waits for exchanges that run, at most one second
 * @param idleTimeout how long a connection may be silent between exchanges; running ones are never
 *     cut by it
 * @param headerTimeout how long the header of a connection's first request may take
 * @param guard who may use WireMock's admin addresses
 * @param dispatchThreads most threads for Jetty and WireMock together, at least 8; a stub with a
 *     delay holds one
 */
public record EngineOptions(
    String host,
    int port,
    Optional<Path> stubsDir,
    int journalEntries,
    long journalBytes,
    int maxBodyBytes,
    Duration drain,
    Duration idleTimeout,
    Duration headerTimeout,
    AdminGuard guard,
    int dispatchThreads) {

  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);

  /** Checks every figure. */
  public EngineOptions {
    require(port >= 0 && port <= 65_535, "port must be between 0 and 65535", port);
    require(journalEntries >= 1, "journalEntries must be at least 1", journalEntries);
    require(journalBytes >= 1, "journalBytes must be at least 1", journalBytes);
    require(maxBodyBytes >= 0, "maxBodyBytes must not be negative", maxBodyBytes);
    require(
        !drain.isNegative() && drain.compareTo(LONGEST_DRAIN) <= 0,
        "drain must be between 0 and 1 s",
        drain);
    require(idleTimeout.toMillis() >= 1, "idleTimeout must be at least 1 ms", idleTimeout);
    require(headerTimeout.toMillis() >= 1, "headerTimeout must be at least 1 ms", headerTimeout);
    require(dispatchThreads >= 8, "dispatchThreads must be at least 8", dispatchThreads);
    stubsDir.ifPresent(
        dir -> require(Files.isDirectory(dir), "stubs directory must be a directory", dir));
  }

  /**
   * Loopback, any port, no stubs, 10,000 requests or 64 MiB of journal, bodies of 64 MiB, a drain
   * of 1 s. All ASSUMED: the platform documents none of them. A body must hold at least one media
   * part, whose base64 text may be 50 MB long.
   */
  public static EngineOptions defaults() {
    return new EngineOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        10_000,
        64L << 20,
        64 << 20,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        AdminGuard.LOCAL,
        64);
  }

  /** The same, listening elsewhere. */
  public EngineOptions listeningOn(String newHost, int newPort) {
    return new EngineOptions(
        newHost,
        newPort,
        stubsDir,
        journalEntries,
        journalBytes,
        maxBodyBytes,
        drain,
        idleTimeout,
        headerTimeout,
        guard,
        dispatchThreads);
  }

  /** The same, with the stubs of {@code dir} as defaults. */
  public EngineOptions withStubs(Path dir) {
    return new EngineOptions(
        host,
        port,
        Optional.of(dir),
        journalEntries,
        journalBytes,
        maxBodyBytes,
        drain,
        idleTimeout,
        headerTimeout,
        guard,
        dispatchThreads);
  }

  /** The same, with another journal. */
  public EngineOptions keeping(int entries, long bytes) {
    return new EngineOptions(
        host,
        port,
        stubsDir,
        entries,
        bytes,
        maxBodyBytes,
        drain,
        idleTimeout,
        headerTimeout,
        guard,
        dispatchThreads);
  }

  /** The same, with another limit on request bodies. */
  public EngineOptions withMaxBodyBytes(int bytes) {
    return new EngineOptions(
        host,
        port,
        stubsDir,
        journalEntries,
        journalBytes,
        bytes,
        drain,
        idleTimeout,
        headerTimeout,
        guard,
        dispatchThreads);
  }

  /** The same, with other patience: when stopping, and with silent connections. */
  public EngineOptions waiting(Duration newDrain, Duration newIdleTimeout) {
    return new EngineOptions(
        host,
        port,
        stubsDir,
        journalEntries,
        journalBytes,
        maxBodyBytes,
        newDrain,
        newIdleTimeout,
        headerTimeout,
        guard,
        dispatchThreads);
  }

  /** The same, with another guard, and another patience with headers. */
  public EngineOptions guardedBy(AdminGuard newGuard, Duration newHeaderTimeout) {
    return new EngineOptions(
        host,
        port,
        stubsDir,
        journalEntries,
        journalBytes,
        maxBodyBytes,
        drain,
        idleTimeout,
        newHeaderTimeout,
        newGuard,
        dispatchThreads);
  }

  /** The same, with another guard. */
  public EngineOptions guardedBy(AdminGuard newGuard) {
    return guardedBy(newGuard, headerTimeout);
  }

  private static void require(boolean holds, String expectation, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(expectation + ": " + value);
    }
  }
}
