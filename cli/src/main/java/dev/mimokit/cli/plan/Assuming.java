package dev.mimokit.cli.plan;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.Provenance;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Dispatch;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.server.profile.Choice;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Reservation;
import dev.mimokit.server.profile.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words what an answer rests on. */
record Assuming(Draft draft, Profile profile, ModelSpec model, Quota quota) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("arrivals: " + workload());
    lines.add("tokens: " + tokens());
    lines.add("limits of each quota unit (an account and model): " + limits());
    if (draft.windows.isEmpty()) {
      add(lines, "window " + Choice.word(quota.windowKind()), profile.window());
    } else {
      lines.add("ASSUMED: each window named is taken for true in turn; no page names the window");
    }
    lines.add("reserved at admission: " + reserved());
    lines.add("tokens are charged by " + Choice.word(quota.counting().accounting()) + " (ASSUMED)");
    lines.add(
        "refused requests are "
            + (quota.counting().countRefused() ? "counted" : "not counted")
            + " (ASSUMED)");
    if (draft.trouble.overload() > 0 || !draft.trouble.outages().isEmpty()) {
      lines.add(
          "ASSUMED: refusals for the server's own load with probability %s, outages %d"
              .formatted(draft.trouble.overload(), draft.trouble.outages().size()));
    }
    lines.add("client: " + client());
    lines.add("answers take " + draft.latency.shown() + " (ASSUMED)");
    return List.copyOf(lines);
  }

  private String reserved() {
    if (draft.workload instanceof Workload.Traced) {
      return "the prompt (ASSUMED: a trace names no maximum)";
    }
    return profile.completionReservation().value() == Reservation.NONE
        ? "the prompt, and the maximum where a call names one (ASSUMED)"
        : "the prompt and a maximum, where a call names none the "
            + Choice.word(profile.completionReservation().value())
            + " (ASSUMED)";
  }

  private String limits() {
    return shown(quota.requests(), Integer.MAX_VALUE)
        + " RPM"
        + ground(draft.requestsPerMinute.isPresent(), profile.requestsPerMinute(model.limits()))
        + ", "
        + shown(quota.tokens(), Long.MAX_VALUE)
        + " TPM"
        + ground(draft.tokensPerMinute.isPresent(), profile.tokensPerMinute(model.limits()))
        + ", "
        + shown(quota.concurrency(), Integer.MAX_VALUE)
        + " at once"
        + ground(draft.concurrency.isPresent(), profile.concurrency());
  }

  private static String shown(long limit, long none) {
    return limit == none ? "unlimited" : String.format(Locale.ROOT, "%,d", limit);
  }

  private static String ground(boolean given, Stated<?> stated) {
    return given ? " (as asked)" : " (" + stated.provenance() + ")";
  }

  private static void add(List<String> lines, String what, Stated<?> stated) {
    String ground = stated.provenance() == Provenance.DOCUMENTED ? "" : stated.provenance() + ": ";
    lines.add(ground + what + " (" + stated.source() + ")");
  }

  private String client() {
    String deadline =
        draft.deadline.map(span -> ", given up after " + seconds(span)).orElse(", no deadline");
    String how =
        draft.clientName.equals(Clients.DEFAULT)
            ? "fifo, one ideal queue a quota unit whose head is sent the instant it is admitted: no"
                + " client that knows less can wait less"
            : draft.clientName;
    return how + ", dispatched " + dispatch() + deadline;
  }

  private String dispatch() {
    if (draft.dispatch instanceof Dispatch.LeastLoaded) {
      return "to the least loaded unit";
    }
    return draft.dispatch instanceof Dispatch.Sticky sticky
        ? "by " + sticky.sessions() + " sticky sessions"
        : "round robin";
  }

  private String workload() {
    Workload workload = draft.workload;
    if (workload instanceof Workload.Traced traced) {
      return "trace %s, %,d requests in %s, scale %s, time compression %s, played %d times"
          .formatted(
              draft.traceName,
              traced.trace().size(),
              seconds(Duration.ofNanos(traced.trace().spanNanos())),
              traced.scale(),
              traced.timeCompression(),
              traced.repeat());
    }
    if (workload instanceof Workload.Poisson poisson) {
      return rate(poisson.perHour()) + ", at random and independent (Poisson)";
    }
    if (workload instanceof Workload.Constant constant) {
      return rate(constant.perHour()) + ", at even gaps";
    }
    if (workload instanceof Workload.Bursty bursty) {
      return "%s, %s gaps with coefficient of variation %s"
          .formatted(rate(bursty.perHour()), Choice.word(bursty.law()), bursty.cv());
    }
    if (workload instanceof Workload.Closed closed) {
      return "%,d users, each asking again after a pause of %s in the mean"
          .formatted(closed.users(), seconds(closed.think()));
    }
    if (workload instanceof Workload.Batch batch) {
      return "%,d requests, all due at once".formatted(batch.jobs());
    }
    return "Poisson, at a rate for each of the 168 hours of a week";
  }

  private static String rate(double perHour) {
    return String.format(Locale.ROOT, "%,.6f", perHour).replaceAll("\\.?0+$", "")
        + " requests an hour";
  }

  private String tokens() {
    if (draft.workload instanceof Workload.Traced) {
      return "as traced, counted by another model's tokenizer";
    }
    List<String> kinds = draft.classes.stream().map(Assuming::kind).toList();
    return String.join("; ", kinds) + (draft.classesGiven ? "" : " (ASSUMED: none were named)");
  }

  private static String kind(RequestClass one) {
    return one.name()
        + ": prompt "
        + tokens(one.prompt())
        + ", output "
        + tokens(one.output())
        + (one.maxOutput().isPresent()
            ? ", maximum " + one.maxOutput().getAsLong()
            : ", no maximum named");
  }

  private static String tokens(Tokens tokens) {
    if (tokens instanceof Tokens.Constant constant) {
      return Long.toString(constant.count());
    }
    if (tokens instanceof Tokens.Lognormal lognormal) {
      return "lognormal, median " + lognormal.median() + ", sigma " + lognormal.sigma();
    }
    return "empirical";
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%,.1f s", span.toNanos() / 1e9);
  }
}
