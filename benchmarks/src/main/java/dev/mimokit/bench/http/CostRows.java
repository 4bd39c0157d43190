package dev.mimokit.bench.http;

import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.row.Control;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Interleaved segments of the floor and of the modes, as ratios.
 *
 * <pre>
 *   floor 0 | modes | floor 1 | modes | floor 2      rounds: 2
 *           | ratio 0 = mode / mean of floors 0 and 1
 *                             | ratio 1 = mode / mean of floors 1 and 2
 *   control: floor 1 / floor 0, floor 2 / floor 1
 * </pre>
 *
 * So a machine that gets slower for a while slows both sides of a ratio. Rounds on a disturbed
 * machine are left out as long as another one remains.
 *
 * @param floors one more than there are rounds
 */
record CostRows(List<Segment> floors, List<Round> rounds) {

  private static final String FLOOR = "http/bare-jetty/requests-per-cpu-second";
  private static final String RATE = "requests/CPU-s";
  private static final String UNIT = "x bare Jetty 12";
  private static final Target WANTED = Target.atLeast(0.6);

  /** ASSUMED: neighbours further apart than this were not measured on the same machine. */
  private static final Target BAND = Target.near(1, 0.25);

  /** One segment of each mode, in the order of the modes. */
  record Round(List<Segment> modes) {

    Round {
      modes = List.copyOf(modes);
    }
  }

  CostRows {
    floors = List.copyOf(floors);
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty() || floors.size() != rounds.size() + 1) {
      throw new IllegalArgumentException(
          "a floor must stand before and after every round: " + floors.size());
    }
  }

  Findings findings(List<CountingMode> modes) {
    List<Integer> counted = counted();
    HostLoad load = counted.stream().map(this::load).reduce(HostLoad::worse).orElseThrow();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(FLOOR, rates(floors), RATE).on(load));
    for (int mode = 0; mode < modes.size(); mode++) {
      String name = "http/chat-" + modes.get(mode).name();
      int at = mode;
      Stream<Segment> segments = counted.stream().map(round -> rounds.get(round).modes().get(at));
      rows.add(Row.of(name + "/requests-per-cpu-second", rates(segments.toList()), RATE).on(load));
      Spread ratios = Spread.of(counted.stream().map(round -> ratio(round, at)).toList());
      Row ratio = Row.of(name + "/ratio", ratios, UNIT).on(load);
      rows.add(modes.get(mode).judged() ? ratio.against(WANTED) : ratio);
    }
    return new Findings(rows, List.of(control()), List.of());
  }

  private static Spread rates(List<Segment> segments) {
    return Spread.of(segments.stream().map(Segment::perCpuSecond).toList());
  }

  private double ratio(int round, int mode) {
    double floor = (floors.get(round).perCpuSecond() + floors.get(round + 1).perCpuSecond()) / 2;
    return rounds.get(round).modes().get(mode).perCpuSecond() / floor;
  }

  private List<Integer> counted() {
    List<Integer> all = Stream.iterate(0, i -> i + 1).limit(rounds.size()).toList();
    List<Integer> quiet =
        all.stream().filter(round -> load(round).disturbance().isEmpty()).toList();
    return quiet.isEmpty() ? all : quiet;
  }

  private HostLoad load(int round) {
    return rounds.get(round).modes().stream()
        .map(Segment::load)
        .reduce(floors.get(round).load().worse(floors.get(round + 1).load()), HostLoad::worse);
  }

  private Control control() {
    List<Double> neighbours = new ArrayList<>();
    for (int i = 1; i < floors.size(); i++) {
      neighbours.add(floors.get(i).perCpuSecond() / floors.get(i - 1).perCpuSecond());
    }
    return new Control("http/bare-jetty-against-itself", Spread.of(neighbours), "x", BAND);
  }
}
