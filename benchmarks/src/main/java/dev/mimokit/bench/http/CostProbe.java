package dev.mimokit.bench.http;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.process.Subject;
import dev.mimokit.bench.row.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What does a chat completion cost the server, with limits, counting and journal on, beside a bare
 * Jetty that answers with the very same bytes?
 *
 * <p>{@code ./mimokit bench http}, or with few rounds {@code ./mimokit bench http --quick}.
 *
 * <p>Cost is the server's own CPU time from {@code /proc}, because the client shares the
 * processors: requests per second would measure the client. All servers stay alive and take turns.
 *
 * @param progress told in a line what is measured next
 */
public record CostProbe(Launcher launcher, Host host, Consumer<String> progress) {

  /** How long and how often. */
  private record Effort(int rounds, Duration segment, long warmUp) {

    static final Effort FULL = new Effort(7, Duration.ofSeconds(3), 200_000);
    static final Effort QUICK = new Effort(3, Duration.ofSeconds(1), 100_000);
  }

  /** A server under load. */
  private record Contender(Subject server, ClosedLoop load) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      try (server) {
        load.close();
      }
    }
  }

  /** Measures every mode beside the floor. */
  public Findings run(List<CountingMode> modes, boolean quick)
      throws IOException, InterruptedException {
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    List<Contender> contenders = new ArrayList<>();
    try {
      for (CountingMode mode : modes) {
        contenders.add(contender(serve(mode)));
      }
      byte[] answer = OneRequest.body(contenders.get(0).server().port(), Requests.all().get(0));
      contenders.add(0, contender(floor(answer)));
      return new Rounds(contenders, effort).run().findings(modes);
    } finally {
      for (Contender contender : contenders) {
        contender.close();
      }
    }
  }

  private Subject serve(CountingMode mode) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(mode.arguments());
    arguments.addAll(List.of("--config", launcher.configuration(Requests.yaml()).toString()));
    return launcher.serve(arguments);
  }

  private Subject floor(byte[] answer) throws IOException, InterruptedException {
    Path body = Files.write(Files.createTempFile(launcher.work(), "answer", ".json"), answer);
    return launcher.java(BareJetty.class, List.of(body.toString()));
  }

  private Contender contender(Subject server) throws IOException {
    try {
      return new Contender(server, new ClosedLoop(server.port(), Requests.all(), launcher.clock()));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Takes turns; the floor is the first contender. */
  private final class Rounds {

    private final List<Contender> contenders;
    private final Effort effort;

    Rounds(List<Contender> contenders, Effort effort) {
      this.contenders = contenders;
      this.effort = effort;
    }

    CostRows run() throws IOException {
      progress.accept("http: warming up");
      warmUp();
      List<Segment> floors = new ArrayList<>();
      List<CostRows.Round> rounds = new ArrayList<>();
      floors.add(segment(contenders.get(0)));
      for (int i = 1; i <= effort.rounds(); i++) {
        progress.accept("http: round " + i + " of " + effort.rounds());
        List<Segment> modes = new ArrayList<>();
        for (Contender contender : contenders.subList(1, contenders.size())) {
          modes.add(segment(contender));
        }
        rounds.add(new CostRows.Round(modes));
        floors.add(segment(contenders.get(0)));
      }
      return new CostRows(floors, rounds);
    }

    /**
     * Until every server has answered so many: what compiles a server is requests, not time, and a
     * busy machine gives it few. In turns, or a connection would be silent for too long.
     */
    private void warmUp() throws IOException {
      long least = 0;
      long[] answered = new long[contenders.size()];
      while (least < effort.warmUp()) {
        least = Long.MAX_VALUE;
        for (int i = 0; i < answered.length; i++) {
          answered[i] += contenders.get(i).load().run(effort.segment());
          least = Math.min(least, answered[i]);
        }
      }
    }

    private Segment segment(Contender contender) throws IOException {
      Watch watch = host.watch(contender.server().pid());
      long answered = contender.load().run(effort.segment());
      Watch.Seen seen = watch.seen();
      return new Segment(answered / seen.cpuSeconds(), seen.load());
    }
  }
}
