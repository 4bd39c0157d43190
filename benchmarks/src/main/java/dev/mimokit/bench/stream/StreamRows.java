package dev.mimokit.bench.stream;

import dev.mimokit.bench.host.HostLoad;
import dev.mimokit.bench.row.Control;
import dev.mimokit.bench.row.Findings;
import dev.mimokit.bench.row.Row;
import dev.mimokit.bench.row.Spread;
import dev.mimokit.bench.row.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one case: the median of its repeats, lowest and highest. Repeats on a disturbed
 * machine are left out as long as another one remains; without any the rows are inconclusive.
 */
record StreamRows(StreamCase measured, List<StreamRun> repeats) {

  static final String COMPLETED = "completed";
  static final String GAP_MEAN = "gap-mean";
  static final String ERROR_P99 = "error-p99";
  static final String COALESCED = "coalesced";
  static final String RSS = "server-rss-peak";

  private static final double MAX = 100;
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, MAX);
  private static final String MS = "ms";

  /** ASSUMED: more than the scheduler of an idle Linux ever needs, less than any target here. */
  private static final Target BAND = Target.atMost(3);

  StreamRows {
    repeats = List.copyOf(repeats);
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("rows need at least one repeat");
    }
  }

  Findings findings() {
    List<Row> rows = new ArrayList<>();
    rows.add(row(COMPLETED, "streams", run -> run.punctuality().completed()));
    rows.add(row(GAP_MEAN, MS, run -> run.punctuality().meanGapMillis()));
    rows.addAll(distribution("error", Punctuality::errorMillis));
    rows.addAll(distribution("gap-error", Punctuality::gapErrorMillis));
    rows.addAll(distribution("request-error", Punctuality::requestErrorMillis));
    rows.addAll(distribution("ttft", Punctuality::ttftMillis));
    rows.add(row(COALESCED, "%", run -> run.punctuality().coalescedPercent()));
    rows.add(row("early", "events", run -> run.punctuality().early()));
    rows.add(row("server-cpu", "s", run -> run.seen().cpuSeconds()));
    rows.add(row(RSS, "MiB", StreamRun::peakRssMebibytes));
    return new Findings(rows, List.of(control()), complaints());
  }

  private List<Row> distribution(
      String figure, ToDoubleBiFunction<Punctuality, Double> percentile) {
    return PERCENTILES.stream()
        .map(
            p ->
                row(
                    figure + "-" + name(p),
                    MS,
                    run -> percentile.applyAsDouble(run.punctuality(), p)))
        .toList();
  }

  private static String name(double percentile) {
    return percentile == MAX ? "max" : "p" + plain(percentile);
  }

  private static String plain(double percentile) {
    return percentile == Math.rint(percentile)
        ? Long.toString((long) percentile)
        : Double.toString(percentile);
  }

  private Row row(String figure, String unit, ToDoubleFunction<StreamRun> value) {
    List<StreamRun> counted = counted();
    Row row = Row.of(name(figure), spread(counted, value), unit).on(load(counted));
    return measured.target(figure).map(row::against).orElse(row);
  }

  private String name(String figure) {
    return "streams/" + measured.shape().id() + "/" + figure;
  }

  private List<StreamRun> counted() {
    List<StreamRun> quiet =
        repeats.stream().filter(run -> run.seen().load().disturbance().isEmpty()).toList();
    return quiet.isEmpty() ? repeats : quiet;
  }

  private static Spread spread(List<StreamRun> runs, ToDoubleFunction<StreamRun> value) {
    return Spread.of(runs.stream().map(value::applyAsDouble).toList());
  }

  private static HostLoad load(List<StreamRun> runs) {
    return runs.stream()
        .map(run -> run.seen().load())
        .reduce(HostLoad::worse)
        .orElseThrow(() -> new IllegalStateException("rows without repeats"));
  }

  private Control control() {
    return new Control(
        name("idle-thread-late-p99"), spread(counted(), StreamRun::controlMillis), MS, BAND);
  }

  private List<String> complaints() {
    return repeats.stream()
        .flatMap(run -> run.punctuality().complaint().stream())
        .map(complaint -> "streams/" + measured.shape().id() + ": " + complaint)
        .toList();
  }
}
