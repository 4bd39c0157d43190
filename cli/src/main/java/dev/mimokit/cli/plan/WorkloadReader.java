package dev.mimokit.cli.plan;

import dev.mimokit.cli.trace.Layout;
import dev.mimokit.cli.trace.TimeUnit;
import dev.mimokit.cli.trace.TraceReader;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Reads {@code workload} and {@code classes}. */
final class WorkloadReader {

  private static final double MOST = 1e12;

  private WorkloadReader() {}

  static void workload(YamlValue value, Draft draft) {
    YamlMap map =
        value.map().only("poisson", "constant", "weekly", "bursty", "closed", "batch", "trace");
    if (map.names().size() != 1) {
      throw value.refused("expected one kind of workload, found " + map.names().size());
    }
    String kind = map.names().get(0);
    draft.workload = Yaml.checked(map.get(kind), given -> one(kind, given, draft));
    draft.workloadGiven = true;
  }

  private static Workload one(String kind, YamlValue value, Draft draft) {
    return switch (kind) {
      case "poisson" -> new Workload.Poisson(perHour(value.map().only("perHour")));
      case "constant" -> new Workload.Constant(perHour(value.map().only("perHour")));
      case "weekly" -> weekly(value.map().only("hourly"));
      case "bursty" -> bursty(value.map().only("perHour", "cv", "gaps"));
      case "closed" -> closed(value.map().only("users", "thinkSeconds"));
      case "batch" ->
          new Workload.Batch(value.map().only("jobs").get("jobs").whole(1, Long.MAX_VALUE));
      default -> trace(value.map(), draft);
    };
  }

  private static double perHour(YamlMap map) {
    return map.get("perHour").decimal(0, MOST);
  }

  private static Workload weekly(YamlMap map) {
    List<YamlValue> rates = map.get("hourly").list();
    return new Workload.Weekly(rates.stream().map(rate -> rate.decimal(0, MOST)).toList());
  }

  private static Workload bursty(YamlMap map) {
    Workload.GapLaw law =
        Yaml.or(map, "gaps", v -> Yaml.choice(v, Workload.GapLaw.class), Workload.GapLaw.GAMMA);
    return new Workload.Bursty(perHour(map), map.get("cv").decimal(0, MOST), law);
  }

  private static Workload closed(YamlMap map) {
    return new Workload.Closed(
        (int) map.get("users").whole(1, Integer.MAX_VALUE),
        Yaml.or(map, "thinkSeconds", Yaml::seconds, Duration.ZERO));
  }

  private static Workload trace(YamlMap map, Draft draft) {
    map.only("file", "format", "columns", "sort", "scale", "timeCompression", "repeat");
    Path file = map.get("file").besides();
    draft.traceName = file.toString();
    return new Workload.Traced(
        TraceReader.read(file, layout(map), Yaml.or(map, "sort", YamlValue::flag, false)),
        Yaml.or(map, "scale", v -> v.decimal(0, MOST), 1.0),
        Yaml.or(map, "timeCompression", v -> v.decimal(0, MOST), 1.0),
        (int) (long) Yaml.or(map, "repeat", v -> v.whole(1, Integer.MAX_VALUE), 1L));
  }

  private static Layout layout(YamlMap map) {
    YamlValue format = map.get("format");
    return Yaml.checked(
        format,
        value ->
            map.find("columns").isPresent()
                ? columns(value.text(), map.get("columns").map())
                : TraceFlags.layout(value.text(), "", "s"));
  }

  private static Layout columns(String format, YamlMap map) {
    map.only("time", "unit", "prompt", "output");
    TimeUnit unit =
        TimeUnit.named(map.get("unit").text())
            .orElseThrow(() -> map.get("unit").refused("expected one of " + TimeUnit.names()));
    return new Layout(
        TraceFlags.container(format),
        map.get("time").text(),
        unit,
        map.get("prompt").text(),
        map.get("output").text());
  }

  static List<RequestClass> classes(YamlValue value) {
    return value.list().stream().map(one -> Yaml.checked(one, WorkloadReader::requests)).toList();
  }

  private static RequestClass requests(YamlValue value) {
    YamlMap map = value.map().only("name", "weight", "prompt", "output", "maxOutput", "cancelled");
    return new RequestClass(
        Yaml.or(map, "name", YamlValue::text, "all"),
        Yaml.or(map, "weight", v -> v.decimal(0, MOST), 1.0),
        Yaml.checked(map.get("prompt"), WorkloadReader::tokens),
        Yaml.checked(map.get("output"), WorkloadReader::tokens),
        map.find("maxOutput")
            .map(v -> OptionalLong.of(v.whole(1, Extent.ALL)))
            .orElse(OptionalLong.empty()),
        Yaml.or(map, "cancelled", v -> v.decimal(0, 1), 0.0));
  }

  private static Tokens tokens(YamlValue value) {
    if (value.isWhole()) {
      return Tokens.of(value.whole(0, Tokens.MOST));
    }
    if (value.isList()) {
      return new Tokens.Empirical(
          value.list().stream().map(one -> one.whole(0, Tokens.MOST)).toList());
    }
    YamlMap map = value.map().only("median", "sigma", "most");
    return new Tokens.Lognormal(
        map.get("median").whole(1, Tokens.MOST),
        map.get("sigma").decimal(0, MOST),
        Yaml.or(map, "most", v -> v.whole(1, Tokens.MOST), Tokens.MOST));
  }
}
