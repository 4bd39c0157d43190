package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Slo;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Dispatch;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Trouble;
import dev.mimokit.server.yaml.YamlFile;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a question from YAML; an unknown key is refused by name and line. */
final class PlanFile {

  private static final int MOST = Integer.MAX_VALUE;
  private static final double NANOS = 1e9;

  private final Draft draft;

  private PlanFile(Draft draft) {
    this.draft = draft;
  }

  /** Puts what the file says into the draft. */
  static void read(Path file, Draft draft) {
    YamlMap map =
        YamlFile.read(file)
            .only(
                "workload",
                "classes",
                "limits",
                "service",
                "client",
                "goal",
                "extent",
                "slo",
                "sweep");
    PlanFile reader = new PlanFile(draft);
    map.find("workload").ifPresent(value -> WorkloadReader.workload(value, draft));
    map.find("classes").ifPresent(reader::classes);
    map.find("limits").ifPresent(value -> reader.limits(value.map()));
    map.find("service").ifPresent(value -> draft.latency = Yaml.checked(value, PlanFile::service));
    map.find("client").ifPresent(value -> Yaml.checked(value, reader::client));
    map.find("goal").ifPresent(value -> reader.goal(value.map()));
    map.find("extent").ifPresent(value -> reader.extent(value.map()));
    map.find("slo")
        .ifPresent(value -> draft.slo = Optional.of(Yaml.checked(value, v -> Slo.parse(v.text()))));
    map.find("sweep").ifPresent(value -> reader.sweep(value.map()));
  }

  private void classes(YamlValue value) {
    draft.classes = WorkloadReader.classes(value);
    draft.classesGiven = true;
  }

  private void limits(YamlMap map) {
    map.only(
        "revision",
        "model",
        "profile",
        "requestsPerMinute",
        "tokensPerMinute",
        "concurrency",
        "countRefused",
        "windows",
        "quotaUnits",
        "overload",
        "outages");
    draft.revision = Yaml.or(map, "revision", YamlValue::scalar, draft.revision);
    draft.model = Yaml.or(map, "model", YamlValue::text, draft.model);
    draft.profile = Yaml.or(map, "profile", YamlValue::text, draft.profile);
    map.find("requestsPerMinute")
        .ifPresent(v -> draft.requestsPerMinute = OptionalInt.of((int) v.whole(1, MOST)));
    map.find("tokensPerMinute")
        .ifPresent(v -> draft.tokensPerMinute = OptionalLong.of(v.whole(1, Long.MAX_VALUE)));
    map.find("concurrency").ifPresent(v -> draft.concurrency = OptionalInt.of(concurrency(v)));
    map.find("countRefused").ifPresent(v -> draft.countRefused = Optional.of(v.flag()));
    map.find("windows")
        .ifPresent(v -> draft.windows = Optional.of(Yaml.checked(v, w -> Windows.named(words(w)))));
    draft.quotaUnits =
        (int) (long) Yaml.or(map, "quotaUnits", v -> v.whole(1, MOST), (long) draft.quotaUnits);
    draft.trouble =
        new Trouble(
            Yaml.or(map, "outages", PlanFile::outages, List.of()),
            Yaml.or(map, "overload", v -> v.decimal(0, 1), 0.0));
  }

  /** {@code unknown} is no limit: the page says that there is one and prints no number. */
  private static int concurrency(YamlValue value) {
    return value.isWhole() || !value.scalar().equals("unknown") ? (int) value.whole(1, MOST) : MOST;
  }

  private static String words(YamlValue value) {
    return value.isList()
        ? String.join(",", value.list().stream().map(YamlValue::text).toList())
        : value.text();
  }

  private static List<Trouble.Outage> outages(YamlValue value) {
    List<Trouble.Outage> outages = new ArrayList<>();
    for (YamlValue one : value.list()) {
      YamlMap map = one.map().only("fromSeconds", "seconds");
      outages.add(
          Yaml.checked(
              one,
              v ->
                  new Trouble.Outage(
                      Yaml.seconds(map.get("fromSeconds")), Yaml.seconds(map.get("seconds")))));
    }
    return Yaml.checked(value, v -> new Trouble(outages, 0)).outages();
  }

  private static Latencies service(YamlValue value) {
    if (!value.isMap()) {
      return Latencies.named(value.scalar());
    }
    YamlMap map =
        value.map().only("seconds", "exponentialSeconds", "ttftMillis", "sigma", "tokensPerSecond");
    if (map.find("seconds").isPresent()) {
      Duration fixed = Yaml.seconds(map.get("seconds"));
      return Latencies.of(fixed.toMillis() + " ms each", new Service.Fixed(fixed));
    }
    if (map.find("exponentialSeconds").isPresent()) {
      Duration mean = Yaml.seconds(map.get("exponentialSeconds"));
      return Latencies.of(
          mean.toMillis() + " ms in the mean, exponential", new Service.Exponential(mean));
    }
    double ttftMillis = map.get("ttftMillis").decimal(0, 1e9);
    double perSecond = map.get("tokensPerSecond").decimal(0, 1e9);
    return Latencies.of(
        String.format(
            Locale.ROOT, "first token after %s ms, then %s tokens/s", ttftMillis, perSecond),
        new Service.Decode(
            Duration.ofNanos(Math.round(ttftMillis * NANOS / 1e3)),
            Yaml.or(map, "sigma", v -> v.decimal(0, 10), 0.0),
            perSecond));
  }

  private Draft client(YamlValue value) {
    YamlMap map =
        value
            .map()
            .only("policy", "attempts", "headroom", "dispatch", "sessions", "deadlineSeconds");
    OptionalInt attempts =
        map.find("attempts")
            .map(v -> OptionalInt.of((int) v.whole(1, MOST)))
            .orElse(OptionalInt.empty());
    draft.clientName = Yaml.or(map, "policy", YamlValue::text, draft.clientName);
    draft.client =
        Clients.named(
            draft.clientName, attempts, Yaml.or(map, "headroom", v -> v.decimal(0, 1), 1.0));
    int sessions = (int) (long) Yaml.or(map, "sessions", v -> v.whole(1, MOST), 1_000L);
    map.find("dispatch")
        .ifPresent(v -> draft.dispatch = Yaml.checked(v, d -> dispatch(d.text(), sessions)));
    map.find("deadlineSeconds").ifPresent(v -> draft.deadline = Optional.of(Yaml.seconds(v)));
    return draft;
  }

  static Dispatch dispatch(String name, int sessions) {
    return switch (name) {
      case "round-robin" -> new Dispatch.RoundRobin();
      case "least-loaded" -> new Dispatch.LeastLoaded();
      case "sticky" -> new Dispatch.Sticky(sessions);
      default ->
          throw new IllegalArgumentException(
              "unknown dispatch: '" + name + "', expected round-robin, least-loaded or sticky");
    };
  }

  private void goal(YamlMap map) {
    map.only("waitSeconds", "endToEndSeconds");
    draft.goal =
        Optional.of(
            new ClientSide.Goal(
                map.find("waitSeconds").map(Yaml::seconds),
                map.find("endToEndSeconds").map(Yaml::seconds)));
  }

  private void extent(YamlMap map) {
    map.only("seed", "replications", "hours", "jobs", "afterwardsHours");
    draft.seed = Yaml.or(map, "seed", v -> v.whole(Long.MIN_VALUE, Long.MAX_VALUE), draft.seed);
    map.find("replications")
        .ifPresent(v -> draft.replications = OptionalInt.of((int) v.whole(1, MOST)));
    map.find("hours").ifPresent(v -> draft.arrivals = Optional.of(Yaml.hours(v)));
    map.find("jobs").ifPresent(v -> draft.jobs = OptionalLong.of(v.whole(1, Long.MAX_VALUE)));
    draft.afterwards = Yaml.or(map, "afterwardsHours", Yaml::hours, draft.afterwards);
  }

  private void sweep(YamlMap map) {
    List<AxisSpec> axes = new ArrayList<>();
    for (String name : map.names()) {
      AxisSpec axis = new AxisSpec(name, scalars(map.get(name)));
      var unused = Yaml.checked(map.get(name), v -> axis.axis());
      axes.add(axis);
    }
    draft.axes = List.copyOf(axes);
  }

  private static String scalars(YamlValue value) {
    return value.isList()
        ? String.join(",", value.list().stream().map(YamlValue::scalar).toList())
        : value.scalar();
  }
}
