package dev.mimokit.server;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.profile.Profiles;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is started. Immutable: every method returns a new occurrence.
 *
 * @param port 0 for any free one
 * @param profile a built-in profile's name, or the path of a changed copy
 * @param config a YAML file with accounts, latency and content
 * @param latency wins over the file's; without either there is no waiting
 * @param seed the same seed and requests give the same answers
 * @param stubs a directory of WireMock mappings
 * @param limited whether quotas hold
 * @param warmUp whether the server exercises itself over loopback before it is ready
 * @param gatewayHeaders whether the platform's own header fields are sent
 */
public record ServerOptions(
    String host,
    int port,
    String revision,
    String profile,
    Optional<Path> config,
    Optional<Latency> latency,
    long seed,
    Optional<Path> stubs,
    boolean limited,
    boolean warmUp,
    boolean gatewayHeaders,
    NanoClock clock,
    WallClock wall) {

  /** Loopback, any port, the default revision and profile, no latency, no warm-up, seed 0. */
  public static ServerOptions defaults() {
    return new ServerOptions(
        "127.0.0.1",
        0,
        Catalog.DEFAULT_REVISION,
        Profiles.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        true,
        false,
        true,
        NanoClock.system(),
        WallClock.system());
  }

  /** Listens elsewhere; port 0 for any free one. */
  public ServerOptions listeningOn(String newHost, int newPort) {
    return new ServerOptions(
        newHost,
        newPort,
        revision,
        profile,
        config,
        latency,
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Serves another revision of the catalogue. */
  public ServerOptions serving(String newRevision) {
    return new ServerOptions(
        host,
        port,
        newRevision,
        profile,
        config,
        latency,
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Holds accounts to another profile: a built-in name or a path. */
  public ServerOptions under(String newProfile) {
    return new ServerOptions(
        host,
        port,
        revision,
        newProfile,
        config,
        latency,
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Reads a configuration file. */
  public ServerOptions configuredBy(Path file) {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        Optional.of(file),
        latency,
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Answers at another pace. */
  public ServerOptions paced(Latency newLatency) {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        Optional.of(newLatency),
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Draws other answers. */
  public ServerOptions seeded(long newSeed) {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        latency,
        newSeed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Loads WireMock mappings. */
  public ServerOptions stubbedBy(Path dir) {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        latency,
        seed,
        Optional.of(dir),
        limited,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Lets every quota go. */
  public ServerOptions unlimited() {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        latency,
        seed,
        stubs,
        false,
        warmUp,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Exercises itself before it is ready. */
  public ServerOptions warmedUp() {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        latency,
        seed,
        stubs,
        limited,
        true,
        gatewayHeaders,
        clock,
        wall);
  }

  /** Leaves the platform's own header fields out. */
  public ServerOptions withoutGatewayHeaders() {
    return new ServerOptions(
        host, port, revision, profile, config, latency, seed, stubs, limited, warmUp, false, clock,
        wall);
  }

  /** Takes time from elsewhere. */
  public ServerOptions timedBy(NanoClock newClock, WallClock newWall) {
    return new ServerOptions(
        host,
        port,
        revision,
        profile,
        config,
        latency,
        seed,
        stubs,
        limited,
        warmUp,
        gatewayHeaders,
        newClock,
        newWall);
  }
}
