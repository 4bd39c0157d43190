package dev.mimokit.load.run;

import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Gets a mock server to answer: starts it and waits, or finds it running. */
final class MockStart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private MockStart() {}

  /** The mock's address, once it answers; a started one is ended by {@code keeper}. */
  static MockAdmin at(MockPlace place, ProcessKeeper keeper, NanoClock clock, Path log)
      throws IOException, InterruptedException {
    if (place instanceof MockPlace.Running running) {
      return healthy(new MockAdmin(running.root()));
    }
    return started((MockPlace.Command) place, keeper, clock, log);
  }

  private static MockAdmin healthy(MockAdmin admin) throws IOException, InterruptedException {
    if (!admin.healthy()) {
      throw new IOException("no mock answers at " + admin.root() + "/__mimokit/health");
    }
    return admin;
  }

  private static MockAdmin started(
      MockPlace.Command place, ProcessKeeper keeper, NanoClock clock, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(place.command()).redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = keeper.start(builder);
    process.getOutputStream().close();
    long startNanos = clock.nanoTime();
    while (clock.nanoTime() - startNanos < PATIENCE.toNanos()) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "the mock ended with status " + process.exitValue() + LastLine.of(log));
      }
      String port = port(place.portFile());
      if (!port.isEmpty()) {
        MockAdmin admin = new MockAdmin(URI.create("http://127.0.0.1:" + port));
        if (admin.healthy()) {
          return admin;
        }
      }
    }
    throw new IOException(
        "the mock did not answer within " + PATIENCE.toSeconds() + " s" + LastLine.of(log));
  }

  private static String port(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.matches("[0-9]+") ? text : "";
  }
}
