package dev.mimokit.bench.stream;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.TimerControl;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.process.Subject;
import dev.mimokit.bench.row.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How punctual are many paced streams at once, on a server as {@code serve} starts it?
 *
 * <p>{@code ./mimokit bench streams}, or in half a minute {@code ./mimokit bench streams --quick}.
 *
 * <p>Every repeat meets a server of its own, which nobody has asked anything before: what a user
 * meets who starts one. This side is warmed up first, against a server that is thrown away, so that
 * its own compiling is not taken for the server's lateness.
 *
 * @param progress told in a line what is measured next
 */
public record StreamProbe(Launcher launcher, Host host, Consumer<String> progress) {

  private static final int REPEATS = 3;
  private static final StreamShape WARM_UP =
      new StreamShape(300, 100, Duration.ofMillis(20), Duration.ofSeconds(1));

  /** Measures; {@code quick} once and without the longest shape. */
  public Findings run(boolean quick) throws IOException, InterruptedException {
    warmUp();
    Findings findings = Findings.NONE;
    for (StreamCase measured : StreamCase.choice(quick)) {
      List<StreamRun> repeats = new ArrayList<>();
      for (int i = 0; i < (quick ? 1 : REPEATS); i++) {
        progress.accept("streams " + measured.shape().id());
        repeats.add(measure(measured.shape()));
      }
      findings = findings.and(new StreamRows(measured, repeats).findings());
    }
    return findings;
  }

  private void warmUp() throws IOException, InterruptedException {
    progress.accept("streams: warming up the client");
    try (Subject server = serve(WARM_UP)) {
      var unused = streams(WARM_UP, server);
    }
  }

  private StreamRun measure(StreamShape shape) throws IOException, InterruptedException {
    TimerControl control = new TimerControl(launcher.clock());
    try (Subject server = serve(shape)) {
      double before = control.p99Millis();
      Watch watch = host.watch(server.pid());
      Punctuality punctuality = streams(shape, server);
      Watch.Seen seen = watch.seen();
      double rss = host.peakRssMebibytes(server.pid());
      return new StreamRun(punctuality, seen, rss, Math.max(before, control.p99Millis()));
    }
  }

  private Subject serve(StreamShape shape) throws IOException, InterruptedException {
    Path config = launcher.configuration(shape.yaml());
    return launcher.serve(List.of("--config", config.toString(), "--no-limits"));
  }

  private Punctuality streams(StreamShape shape, Subject server) throws IOException {
    try (StreamClient client = new StreamClient(shape, server.port(), launcher.clock())) {
      return client.run();
    }
  }
}
