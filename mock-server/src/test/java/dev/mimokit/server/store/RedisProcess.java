package dev.mimokit.server.store;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real {@code redis-server} on a free port, which remembers nothing beyond its end. Where there
 * is none, the test is skipped and says so; but in CI ({@code CI=true}) it fails.
 */
public final class RedisProcess implements AutoCloseable {

  private static final String PROGRAM = "redis-server";

  private final Path dir;
  private final int port;
  private Process process;

  private RedisProcess(Path dir, int port) {
    this.dir = dir;
    this.port = port;
    this.process = launch();
  }

  /** Starts one that works in {@code dir}, and returns when it answers. */
  public static RedisProcess start(Path dir) {
    if (!isInstalled()) {
      if ("true".equals(System.getenv("CI"))) {
        fail("redis-server is not installed, and in CI this test must not be skipped");
      }
      Assumptions.abort("redis-server is not installed: skipped");
    }
    return new RedisProcess(dir, freePort());
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Ends it at once; what it remembered is gone. */
  public void kill() {
    process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Starts it again where it was. */
  public void launchAgain() {
    process = launch();
  }

  /** It keeps its connections and its memory, and answers nobody. */
  public void freeze() {
    signal("-STOP");
  }

  /** Goes on. */
  public void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      int exit = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill " + signal + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process launch() {
    try {
      Process started =
          new ProcessBuilder(
                  PROGRAM,
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--dir",
                  dir.toString())
              .redirectErrorStream(true)
              .redirectOutput(dir.resolve("redis.log").toFile())
              .start();
      Patience.until("redis-server listens", () -> answers(port));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
