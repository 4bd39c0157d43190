package dev.mimokit.server;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.core.tokens.TokenMode;
import dev.mimokit.server.config.Latency;
import dev.mimokit.server.engine.AdminGuard;
import dev.mimokit.server.profile.Profiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a server is started. Immutable: every method that changes something returns a new occurrence.
 */
public final class ServerOptions {

  private String host = "127.0.0.1";
  private int port;
  private String revision = Catalog.DEFAULT_REVISION;
  private String profile = Profiles.DEFAULT;
  private Optional<Path> config = Optional.empty();
  private Optional<Latency> latency = Optional.empty();
  private long seed;
  private Optional<Path> stubs = Optional.empty();
  private Optional<String> store = Optional.empty();
  private Optional<TokenMode> tokenMode = Optional.empty();
  private Optional<Path> tokenizer = Optional.empty();
  private Optional<String> adminToken = Optional.empty();
  private boolean limited = true;
  private boolean warmUp;
  private boolean gatewayHeaders = true;
  private NanoClock clock = NanoClock.system();
  private WallClock wall = WallClock.system();

  private ServerOptions() {}

  /** Loopback, any port, the default revision and profile, no latency, no warm-up, seed 0. */
  public static ServerOptions defaults() {
    return new ServerOptions();
  }

  /** A copy that only this method has seen is changed once, and never again. */
  private ServerOptions with(Consumer<ServerOptions> change) {
    ServerOptions copy = new ServerOptions();
    copy.host = host;
    copy.port = port;
    copy.revision = revision;
    copy.profile = profile;
    copy.config = config;
    copy.latency = latency;
    copy.seed = seed;
    copy.stubs = stubs;
    copy.store = store;
    copy.tokenMode = tokenMode;
    copy.tokenizer = tokenizer;
    copy.adminToken = adminToken;
    copy.limited = limited;
    copy.warmUp = warmUp;
    copy.gatewayHeaders = gatewayHeaders;
    copy.clock = clock;
    copy.wall = wall;
    change.accept(copy);
    return copy;
  }

  /** Listens elsewhere; port 0 for any free one. */
  public ServerOptions listeningOn(String newHost, int newPort) {
    return with(
        copy -> {
          copy.host = newHost;
          copy.port = newPort;
        });
  }

  /** Serves another revision of the catalogue. */
  public ServerOptions serving(String newRevision) {
    return with(copy -> copy.revision = newRevision);
  }

  /** Holds accounts to another profile: a built-in name or the path of a changed copy. */
  public ServerOptions under(String newProfile) {
    return with(copy -> copy.profile = newProfile);
  }

  /** Reads a YAML file with accounts, latency and content. */
  public ServerOptions configuredBy(Path file) {
    return with(copy -> copy.config = Optional.of(file));
  }

  /** Answers at another pace, whatever the file says. */
  public ServerOptions paced(Latency newLatency) {
    return with(copy -> copy.latency = Optional.of(newLatency));
  }

  /** Draws other answers: the same seed and requests give the same ones. */
  public ServerOptions seeded(long newSeed) {
    return with(copy -> copy.seed = newSeed);
  }

  /** Loads a directory of WireMock mappings. */
  public ServerOptions stubbedBy(Path dir) {
    return with(copy -> copy.stubs = Optional.of(dir));
  }

  /** Keeps quotas in that Redis, whatever the file says: {@code redis://HOST:PORT}. */
  public ServerOptions storedIn(String uri) {
    return with(copy -> copy.store = Optional.of(uri));
  }

  /** Counts prompts in another way, whatever the file says; hybrid where neither says anything. */
  public ServerOptions counting(TokenMode newMode) {
    return with(copy -> copy.tokenMode = Optional.of(newMode));
  }

  /** Counts in the vocabulary of a {@code tokenizer.json} or {@code .tiktoken} file. */
  public ServerOptions tokenizedBy(Path file) {
    return with(copy -> copy.tokenizer = Optional.of(file));
  }

  /** Lets only those use the admin addresses who send that token. */
  public ServerOptions administeredWith(String token) {
    return with(copy -> copy.adminToken = Optional.of(token));
  }

  /** Lets every quota go. */
  public ServerOptions unlimited() {
    return with(copy -> copy.limited = false);
  }

  /** Exercises itself over loopback before it is ready. */
  public ServerOptions warmedUp() {
    return with(copy -> copy.warmUp = true);
  }

  /** Leaves the platform's own header fields out. */
  public ServerOptions withoutGatewayHeaders() {
    return with(copy -> copy.gatewayHeaders = false);
  }

  /** Takes time from elsewhere. */
  public ServerOptions timedBy(NanoClock newClock, WallClock newWall) {
    return with(
        copy -> {
          copy.clock = newClock;
          copy.wall = newWall;
        });
  }

  /** Whether others than this machine can reach the server; an unknown name counts as reachable. */
  public boolean isReachableByOthers() {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /** Who may use the admin addresses. */
  AdminGuard guard() {
    return AdminGuard.of(!isReachableByOthers(), adminToken);
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String revision() {
    return revision;
  }

  String profile() {
    return profile;
  }

  Optional<Path> config() {
    return config;
  }

  Optional<Latency> latency() {
    return latency;
  }

  long seed() {
    return seed;
  }

  Optional<Path> stubs() {
    return stubs;
  }

  Optional<String> store() {
    return store;
  }

  Optional<TokenMode> tokenMode() {
    return tokenMode;
  }

  Optional<Path> tokenizer() {
    return tokenizer;
  }

  boolean limited() {
    return limited;
  }

  boolean warmUp() {
    return warmUp;
  }

  boolean gatewayHeaders() {
    return gatewayHeaders;
  }

  NanoClock clock() {
    return clock;
  }

  WallClock wall() {
    return wall;
  }
}
