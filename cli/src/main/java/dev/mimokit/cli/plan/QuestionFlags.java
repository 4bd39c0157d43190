package dev.mimokit.cli.plan;

import dev.mimokit.core.plan.Slo;
import dev.mimokit.core.plan.SloFormatException;
import dev.mimokit.core.sim.Dispatch;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The question, as flags; a flag wins over the same thing in the file. */
final class QuestionFlags {

  private static final double LONGEST_SECONDS = 3e8;
  private static final double NANOS = 1e9;
  private static final double HOUR = 3_600;

  @Option(
      names = "--config",
      paramLabel = "F",
      description = "YAML with the whole question: docs/planning.md shows one.")
  private @Nullable Path config;

  @Mixin private TraceFlags trace = new TraceFlags();

  @Option(
      names = "--rate-per-hour",
      paramLabel = "X",
      description = "Requests an hour, at random (Poisson) unless --arrivals says otherwise.")
  private @Nullable Double perHour;

  @Option(
      names = "--arrivals",
      paramLabel = "A",
      description = "Of --rate-per-hour: poisson, constant, or bursty with --cv.")
  private @Nullable String arrivals;

  @Option(
      names = "--cv",
      paramLabel = "X",
      description = "Coefficient of variation of bursty gaps, 0.1..20; 1 is Poisson.")
  private @Nullable Double cv;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Closed loop: users who ask again after each answer.")
  private @Nullable Integer users;

  @Option(
      names = "--think",
      paramLabel = "S",
      description = "Mean pause of such users, seconds; 0 by default.")
  private @Nullable Double think;

  @Option(names = "--jobs", paramLabel = "N", description = "So many requests, all due at once.")
  private @Nullable Long jobs;

  @Option(
      names = "--hours",
      paramLabel = "X",
      description = "How long requests come; 24 by default. Not for traces and batches.")
  private @Nullable Double hours;

  @Option(names = "--prompt-tokens", paramLabel = "N", description = "Of each; 1000 by default.")
  private @Nullable Long promptTokens;

  @Option(names = "--output-tokens", paramLabel = "N", description = "Of each; 200 by default.")
  private @Nullable Long outputTokens;

  @Option(
      names = "--max-output",
      paramLabel = "N",
      description = "max_completion_tokens that each names, reserved at admission.")
  private @Nullable Long maxOutput;

  @Option(names = "--model", paramLabel = "M", description = "mimo-v2.5-pro by default.")
  private @Nullable String model;

  @Option(names = "--revision", paramLabel = "R", description = "Of the catalogue.")
  private @Nullable String revision;

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "What is undocumented, as serve has it: a name or a file.")
  private @Nullable String profile;

  @Option(names = "--rpm", paramLabel = "N", description = "Instead of the catalogue's.")
  private @Nullable Integer rpm;

  @Option(names = "--tpm", paramLabel = "N", description = "Instead of the catalogue's.")
  private @Nullable Long tpm;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests at once, or unknown for no limit; the profile's by default.")
  private @Nullable String concurrency;

  @Option(
      names = "--window",
      paramLabel = "W",
      description =
          "all, or some of sliding-log, calendar, fixed (fixed-from-first), sliding-counter,"
              + " token-bucket, sub-windows, gcra; the profile's by default.")
  private @Nullable String window;

  @Option(
      names = "--quota-units",
      paramLabel = "K",
      description = "Accounts with a quota of their own; 1 by default.")
  private @Nullable Integer quotaUnits;

  @Option(
      names = "--client",
      paramLabel = "C",
      description =
          "fifo (default: an ideal queue), no-retry, paced-queue, cookbook, constant-1s,"
              + " exp-full-jitter, retry-after, retry-after-jitter, or a policy of the gate.")
  private @Nullable String client;

  @Option(names = "--attempts", paramLabel = "N", description = "Most attempts of one call.")
  private @Nullable Integer attempts;

  @Option(
      names = "--headroom",
      paramLabel = "X",
      description = "Share of the limit that paced clients use; 1 by default.")
  private @Nullable Double headroom;

  @Option(
      names = "--dispatch",
      paramLabel = "D",
      description = "round-robin (default), least-loaded or sticky.")
  private @Nullable String dispatch;

  @Option(
      names = "--deadline",
      paramLabel = "S",
      description = "Seconds after which a call is given up.")
  private @Nullable Double deadline;

  @Option(
      names = "--latency",
      paramLabel = "L",
      description = "documented (default), off, or seconds of each answer.")
  private @Nullable String latency;

  @Option(
      names = "--slo",
      paramLabel = "SLO",
      description = "Such as 'p99wait<=1s, 429<0.1%%'; counts goodput, and is what size looks for.")
  private @Nullable String slo;

  @Option(names = "--seed", paramLabel = "N", description = "1 by default.")
  private @Nullable Long seed;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Runs with randomness of their own, for the intervals; 10 by default.")
  private @Nullable Integer replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at once; all cores by default. The answer is the same with any number.")
  private @Nullable Integer threads;

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** A trace that stands as an argument of the command. */
  void trace(Path file) {
    trace.trace(file);
  }

  /** The question of the file, changed by the flags. */
  Draft draft() {
    Draft draft = new Draft();
    if (config != null) {
      PlanFile.read(config, draft);
    }
    workload(draft);
    classes(draft);
    limits(draft);
    client(draft);
    extent(draft);
    draft.latency = latency == null ? draft.latency : Latencies.named(latency);
    if (slo != null) {
      draft.slo = Optional.of(slo(slo));
    }
    return draft;
  }

  private static Slo slo(String text) {
    try {
      return Slo.parse(text);
    } catch (SloFormatException e) {
      throw new IllegalArgumentException("--slo, " + e.getMessage(), e);
    }
  }

  private void workload(Draft draft) {
    int kinds = (perHour == null ? 0 : 1) + (users == null ? 0 : 1) + (jobs == null ? 0 : 1);
    if (kinds + (trace.given() ? 1 : 0) > 1) {
      throw new IllegalArgumentException(
          "expected one of --rate-per-hour, --users, --jobs and --trace");
    }
    trace.apply(draft);
    if (perHour != null) {
      draft.workload = rated(perHour);
    } else if (users != null) {
      draft.workload = new Workload.Closed(users, seconds("--think", think == null ? 0 : think));
    } else if (jobs != null) {
      draft.workload = new Workload.Batch(jobs);
    } else {
      refuse("--arrivals", arrivals, "--rate-per-hour");
      refuse("--cv", cv, "--rate-per-hour");
      refuse("--think", think, "--users");
      return;
    }
    draft.workloadGiven = true;
    draft.traceName = "";
  }

  private static void refuse(String flag, @Nullable Object value, String other) {
    if (value != null) {
      throw new IllegalArgumentException(flag + " needs " + other);
    }
  }

  private Workload rated(double rate) {
    String kind = arrivals == null ? (cv == null ? "poisson" : "bursty") : arrivals;
    return switch (kind) {
      case "poisson" -> new Workload.Poisson(rate);
      case "constant" -> new Workload.Constant(rate);
      case "bursty" -> new Workload.Bursty(rate, cv == null ? 1 : cv, Workload.GapLaw.GAMMA);
      default ->
          throw new IllegalArgumentException(
              "unknown arrivals: '" + kind + "', expected poisson, constant or bursty");
    };
  }

  private void classes(Draft draft) {
    if (promptTokens == null && outputTokens == null && maxOutput == null) {
      return;
    }
    RequestClass usual = draft.classes.get(0);
    draft.classes =
        List.of(
            new RequestClass(
                "all",
                1,
                promptTokens == null ? usual.prompt() : Tokens.of(promptTokens),
                outputTokens == null ? usual.output() : Tokens.of(outputTokens),
                maxOutput == null ? usual.maxOutput() : OptionalLong.of(maxOutput),
                usual.cancelled()));
    draft.classesGiven = true;
  }

  private void limits(Draft draft) {
    draft.model = model == null ? draft.model : model;
    draft.revision = revision == null ? draft.revision : revision;
    draft.profile = profile == null ? draft.profile : profile;
    draft.requestsPerMinute = rpm == null ? draft.requestsPerMinute : OptionalInt.of(rpm);
    draft.tokensPerMinute = tpm == null ? draft.tokensPerMinute : OptionalLong.of(tpm);
    if (concurrency != null) {
      draft.concurrency = OptionalInt.of(concurrency(concurrency));
    }
    if (window != null) {
      draft.windows = Optional.of(Windows.named(window));
    }
    draft.quotaUnits = quotaUnits == null ? draft.quotaUnits : quotaUnits;
  }

  private static int concurrency(String text) {
    if (text.equals("unknown")) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--concurrency must be a whole number or unknown: " + text, e);
    }
  }

  private void client(Draft draft) {
    if (client != null || attempts != null || headroom != null) {
      draft.clientName = client == null ? draft.clientName : client;
      draft.client =
          Clients.named(
              draft.clientName,
              attempts == null ? OptionalInt.empty() : OptionalInt.of(attempts),
              headroom == null ? 1 : headroom);
    }
    draft.dispatch = dispatch == null ? draft.dispatch : dispatch(dispatch);
    if (deadline != null) {
      draft.deadline = Optional.of(seconds("--deadline", deadline));
    }
  }

  private static Dispatch dispatch(String name) {
    return PlanFile.dispatch(name, 1_000);
  }

  private void extent(Draft draft) {
    draft.seed = seed == null ? draft.seed : seed;
    draft.replications = replications == null ? draft.replications : OptionalInt.of(replications);
    if (hours != null) {
      draft.arrivals = Optional.of(seconds("--hours", hours * HOUR));
    }
  }

  private static Duration seconds(String flag, double seconds) {
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(flag + " must be within 0..10 years: " + seconds + " s");
    }
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }
}
