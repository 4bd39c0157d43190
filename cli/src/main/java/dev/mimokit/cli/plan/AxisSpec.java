package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.plan.Sweep;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * An axis of a sweep as it is written: a name and values, {@code quota-units=1..10} or {@code
 * client=fifo,no-retry}.
 */
record AxisSpec(String name, String values) {

  static final String KNOWN =
      "quota-units, window, client, rate-per-hour, users, rpm, tpm, concurrency, headroom,"
          + " time-compression or scale";

  private static final int MOST_VALUES = 10_000;

  /** Reads {@code name=values}. */
  static AxisSpec parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException(
          "column %d of '%s': expected NAME=VALUE,VALUE or NAME=FROM..TO"
              .formatted(equals < 1 ? 1 : text.length() + 1, text));
    }
    return new AxisSpec(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The axis, whose values are refused when they mean nothing. */
  Sweep.Axis axis() {
    List<Sweep.Value> made = new ArrayList<>();
    for (String value : expanded()) {
      made.add(new Sweep.Value(value, change(value)));
    }
    return new Sweep.Axis(name, made);
  }

  private List<String> expanded() {
    if (name.equals("window")) {
      return Windows.named(values).stream().map(Hypothesis::name).toList();
    }
    List<String> all = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      int dots = value.indexOf("..");
      if (dots < 0) {
        all.add(value.strip());
      } else {
        range(whole(value.substring(0, dots)), whole(value.substring(dots + 2)), all);
      }
    }
    return all;
  }

  private void range(long from, long to, List<String> all) {
    if (to < from || to - from >= MOST_VALUES) {
      throw new IllegalArgumentException(
          "%s=%d..%d: expected a rising range of at most %d values"
              .formatted(name, from, to, MOST_VALUES));
    }
    for (long value = from; value <= to; value++) {
      all.add(Long.toString(value));
    }
  }

  private UnaryOperator<Scenario> change(String value) {
    return switch (name) {
      case "quota-units" -> units((int) Math.min(Integer.MAX_VALUE, whole(value)));
      case "window" -> {
        Hypothesis hypothesis = Windows.named(value).get(0);
        yield hypothesis::on;
      }
      case "client" -> {
        var plan = Clients.named(value, OptionalInt.empty(), 1);
        yield scenario -> scenario.with(plan);
      }
      case "headroom" -> {
        var plan = Clients.named("paced-queue", OptionalInt.empty(), decimal(value));
        yield scenario -> scenario.with(plan);
      }
      case "rate-per-hour" -> rate(decimal(value));
      case "users" -> users((int) Math.min(Integer.MAX_VALUE, whole(value)));
      case "scale" -> scaled(decimal(value));
      case "time-compression" -> compressed(decimal(value));
      case "rpm", "tpm", "concurrency" -> limit(whole(value));
      default ->
          throw new IllegalArgumentException(
              "unknown axis: '%s', expected %s".formatted(name, KNOWN));
    };
  }

  private static UnaryOperator<Scenario> units(int units) {
    return scenario -> scenario.withUnits(units);
  }

  private UnaryOperator<Scenario> rate(double perHour) {
    return scenario -> scenario.with(rated(scenario.demand().workload(), perHour));
  }

  private Workload rated(Workload workload, double perHour) {
    if (workload instanceof Workload.Poisson) {
      return new Workload.Poisson(perHour);
    }
    if (workload instanceof Workload.Constant) {
      return new Workload.Constant(perHour);
    }
    if (workload instanceof Workload.Bursty bursty) {
      return new Workload.Bursty(perHour, bursty.cv(), bursty.law());
    }
    throw new IllegalArgumentException(
        "axis rate-per-hour needs Poisson, constant or bursty arrivals");
  }

  private UnaryOperator<Scenario> users(int users) {
    return scenario -> {
      if (scenario.demand().workload() instanceof Workload.Closed closed) {
        return scenario.with(new Workload.Closed(users, closed.think()));
      }
      throw new IllegalArgumentException("axis users needs a closed loop");
    };
  }

  private UnaryOperator<Scenario> scaled(double scale) {
    return scenario -> {
      Workload.Traced traced = traced(scenario);
      return scenario.with(
          new Workload.Traced(traced.trace(), scale, traced.timeCompression(), traced.repeat()));
    };
  }

  private UnaryOperator<Scenario> compressed(double by) {
    return scenario -> {
      Workload.Traced traced = traced(scenario);
      return scenario.with(
          new Workload.Traced(traced.trace(), traced.scale(), by, traced.repeat()));
    };
  }

  private Workload.Traced traced(Scenario scenario) {
    if (scenario.demand().workload() instanceof Workload.Traced traced) {
      return traced;
    }
    throw new IllegalArgumentException("axis " + name + " needs a trace");
  }

  private UnaryOperator<Scenario> limit(long value) {
    return scenario -> {
      Quota quota = scenario.supply().quota();
      int whole = (int) Math.min(Integer.MAX_VALUE, value);
      return scenario.with(
          new Quota(
              name.equals("rpm") ? whole : quota.requests(),
              name.equals("tpm") ? value : quota.tokens(),
              name.equals("concurrency") ? whole : quota.concurrency(),
              quota.window(),
              quota.counting()));
    };
  }

  private long whole(String text) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw expected("a whole number of at least 1", text);
    }
    throw expected("a whole number of at least 1", text);
  }

  private double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw expected("a number", text);
    }
  }

  private IllegalArgumentException expected(String what, String found) {
    return new IllegalArgumentException(
        "axis %s: expected %s, found '%s'".formatted(name, what, found));
  }
}
