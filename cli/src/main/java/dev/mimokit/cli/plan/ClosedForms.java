package dev.mimokit.cli.plan;

import dev.mimokit.core.pace.Pacing;
import dev.mimokit.core.pace.Timetable;
import dev.mimokit.core.plan.BreakEven;
import dev.mimokit.core.plan.DrainBound;
import dev.mimokit.core.plan.ErlangB;
import dev.mimokit.core.plan.ErlangC;
import dev.mimokit.core.plan.FixedWindowLoss;
import dev.mimokit.core.plan.Little;
import dev.mimokit.core.plan.SingleServer;
import dev.mimokit.core.plan.SpacedPermits;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Service;
import dev.mimokit.core.sim.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be said of a question without simulating it. */
final class ClosedForms {

  private static final double MINUTE = 60;
  private static final double NANOS = 1e9;
  private static final int DRAWS = 1_000;

  private final Question question;
  private final Quota quota;
  private final int units;
  private final MeanTokens tokens;
  private final List<Row> rows = new ArrayList<>();

  /**
   * One figure.
   *
   * @param holds when it is exact, and what it is otherwise
   */
  record Row(String name, double value, String unit, String holds) {

    String shown() {
      return Double.isFinite(value)
          ? String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%,.0f" : "%.4g", value)
              + (unit.isEmpty() ? "" : " " + unit)
          : "never ends";
    }
  }

  ClosedForms(Question question) {
    this.question = question;
    this.quota = question.scenario().supply().quota();
    this.units = question.scenario().supply().units();
    this.tokens = MeanTokens.of(question.scenario().demand());
  }

  List<Row> rows() {
    add("tokens of one call", tokens.prompt() + tokens.output(), "", "mean, prompt and completion");
    add(
        "break-even tokens",
        BreakEven.tokensPerCall(quota.requests(), quota.tokens()),
        "",
        "above this TPM binds before RPM; exact");
    double capacity =
        BreakEven.callsPerMinute(
            quota.requests(), quota.tokens(), tokens.prompt() + tokens.output());
    add("capacity of one unit", capacity, "calls/min", "in the long run; exact");
    Workload workload = question.scenario().demand().workload();
    if (workload instanceof Workload.Batch batch) {
      drain(batch.jobs());
    } else if (!(workload instanceof Workload.Closed)) {
      rate(perMinute(workload), capacity);
    } else {
      add("offered load", Double.NaN, "", "unknown: a closed loop asks as fast as it is answered");
    }
    return rows;
  }

  private void add(String name, double value, String unit, String holds) {
    rows.add(new Row(name, value, unit, holds));
  }

  private void drain(long jobs) {
    question
        .windows()
        .forEach(
            window -> {
              Quota counted = window.on(question.scenario()).supply().quota();
              long each = Math.round(tokens.prompt() + tokens.output());
              add(
                  "drain bound, " + window.name(),
                  DrainBound.of(counted, units, jobs, each).seconds(),
                  "s",
                  "no client can be faster; exact for equal calls");
            });
  }

  private static double perMinute(Workload workload) {
    if (workload instanceof Workload.Poisson poisson) {
      return poisson.perHour() / MINUTE;
    }
    if (workload instanceof Workload.Constant constant) {
      return constant.perHour() / MINUTE;
    }
    if (workload instanceof Workload.Bursty bursty) {
      return bursty.perHour() / MINUTE;
    }
    if (workload instanceof Workload.Weekly weekly) {
      return weekly.hourly().stream().mapToDouble(rate -> rate).max().orElse(0) / MINUTE;
    }
    Workload.Traced traced = (Workload.Traced) workload;
    double minutes = Math.max(1, traced.trace().spanNanos()) / NANOS / MINUTE;
    return traced.trace().size() * traced.scale() * traced.timeCompression() / minutes;
  }

  private void rate(double perMinute, double capacity) {
    String of =
        question.scenario().demand().workload() instanceof Workload.Weekly ? "peak hour" : "";
    add("offered load", perMinute, "calls/min", of.isEmpty() ? "mean" : of);
    add(
        "quota units by the mean",
        Math.ceil(perMinute / capacity),
        "",
        "the least in the long run; bursts need more: see size");
    double each = perMinute / units;
    add("load of one unit", 100 * each / capacity, "%", units + " units, spread evenly");
    requests(each);
    flight(perMinute);
  }

  private void requests(double each) {
    if (quota.requests() == Integer.MAX_VALUE) {
      return;
    }
    int limit = quota.requests();
    String even = units == 1 ? "" : "; an upper bound when dispatched round robin";
    String exact = "no retry, arrivals at random; exact" + even;
    add(
        "429 share, sliding-log",
        100 * ErlangB.refusedShare(limit, each),
        "%",
        "Erlang-B, " + exact);
    add("429 share, calendar", 100 * FixedWindowLoss.refusedShare(limit, each), "%", exact);
    add("429 share, gcra", 100 * SpacedPermits.refusedShare(each / limit), "%", exact);
    add(
        "calls that wait, sliding-log",
        100 * ErlangC.waitingShare(limit, each),
        "%",
        "Erlang-C; an upper bound for a FIFO queue");
    add(
        "mean wait, sliding-log",
        ErlangC.meanWait(limit, each, MINUTE) / 2,
        "s",
        "half of Erlang-C; approximate, a FIFO queue at 90 % load or more");
    add(
        "mean wait, gcra",
        SingleServer.meanWait(each / limit, MINUTE / limit),
        "s",
        "M/D/1, a FIFO queue; exact" + even);
  }

  private void flight(double perMinute) {
    double seconds = serviceSeconds(question.scenario().supply().service());
    double inFlight = Little.inFlight(perMinute / MINUTE, seconds);
    add("answer takes", seconds, "s", "mean");
    add("in flight", inFlight, "", "mean over all units, Little; exact");
    if (quota.concurrency() != Integer.MAX_VALUE && seconds > 0) {
      add(
          "refused by concurrency",
          100 * ErlangB.refusedShare(quota.concurrency(), inFlight / units),
          "%",
          "Erlang-B, no retry, any law of answers; exact at random arrivals");
    }
  }

  private double serviceSeconds(Service service) {
    if (service instanceof Service.Fixed fixed) {
      return fixed.time().toNanos() / NANOS;
    }
    if (service instanceof Service.Exponential exponential) {
      return exponential.mean().toNanos() / NANOS;
    }
    if (service instanceof Service.Decode decode) {
      double ttft = decode.ttft().toNanos() / NANOS * Math.exp(decode.sigma() * decode.sigma() / 2);
      return ttft + tokens.output() / decode.tokensPerSecond();
    }
    return service instanceof Service.Paced paced ? paced(paced.pacing()) : 0;
  }

  private double paced(Pacing pacing) {
    double sum = 0;
    for (int seed = 0; seed < DRAWS; seed++) {
      Timetable table = pacing.timetable(Math.round(tokens.prompt()), seed);
      sum += table.ttftNanos() + tokens.output() * table.interTokenNanos();
    }
    return sum / DRAWS / NANOS;
  }
}
