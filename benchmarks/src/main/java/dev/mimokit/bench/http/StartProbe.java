package dev.mimokit.bench.http;

import dev.mimokit.bench.host.Host;
import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.host.Watch;
import dev.mimokit.bench.process.Launcher;
import dev.mimokit.bench.process.Subject;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * How soon does {@code serve} answer, and how much memory does it hold while nobody asks?
 *
 * <p>{@code ./mimokit bench http} measures this too. The time runs from the start of the launcher's
 * process to the last byte of the first 200 on chat completions; the port file is looked at every
 * millisecond. The memory is the resident set right after that answer.
 *
 * @param progress told in a line what is measured next
 */
public record StartProbe(Launcher launcher, Host host, Consumer<String> progress) {

  private static final int STARTS = 9;
  private static final int QUICK_STARTS = 3;
  private static final double SECOND = 1e9;
  private static final Target MEMORY = Target.atMost(150);

  /** A way to start, and within how many seconds it ought to answer. */
  private record Way(String id, List<String> arguments, Target wanted) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("serve", List.of(), Target.atMost(1.2)),
          new Way("serve-fast-start", List.of("--fast-start"), Target.atMost(0.6)));

  private record Start(double seconds, double rssMebibytes, HostLoad load) {}

  /** Starts servers, one after the other. */
  public Findings run(boolean quick) throws IOException, InterruptedException {
    Findings findings = Findings.NONE;
    for (Way way : WAYS) {
      List<Start> starts = new ArrayList<>();
      for (int i = 0; i < (quick ? QUICK_STARTS : STARTS); i++) {
        progress.accept("http: start of " + way.id);
        starts.add(start(way));
      }
      findings = findings.and(findings(way, starts));
    }
    return findings;
  }

  private Start start(Way way) throws IOException, InterruptedException {
    byte[] request = Requests.all().get(0);
    Watch watch = host.watch();
    long begin = launcher.clock().nanoTime();
    try (Subject server = launcher.serve(way.arguments)) {
      var unused = OneRequest.body(server.port(), request);
      long nanos = launcher.clock().nanoTime() - begin;
      double rss = host.rssMebibytes(server.pid());
      return new Start(nanos / SECOND, rss, watch.born(server.pid()).seen().load());
    }
  }

  /** Starts on a disturbed machine are left out as long as another one remains. */
  private static Findings findings(Way way, List<Start> starts) {
    List<Start> quiet =
        starts.stream().filter(start -> start.load().disturbance().isEmpty()).toList();
    List<Start> counted = quiet.isEmpty() ? starts : quiet;
    HostLoad load = counted.stream().map(Start::load).reduce(HostLoad::worse).orElseThrow();
    Row ready =
        Row.of("http/" + way.id + "/first-200", spread(counted, Start::seconds), "s")
            .on(load)
            .against(way.wanted);
    Row memory =
        Row.of("http/" + way.id + "/idle-rss", spread(counted, Start::rssMebibytes), "MiB")
            .on(load)
            .against(MEMORY);
    return new Findings(List.of(ready, memory), List.of(), List.of());
  }

  private static Spread spread(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Spread.of(starts.stream().map(figure::applyAsDouble).toList());
  }
}
