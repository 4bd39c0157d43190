package dev.mimokit.core.conformance;

import dev.mimokit.core.journal.JournalEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What can be measured of a run. Times are in seconds on the server's clock; a metric that a run
 * gives no occasion to measure is absent. All are pure.
 */
public enum Metric {
  /** Fewest attempts of one call. */
  ATTEMPTS_MIN(e -> calls(e).mapToDouble(call -> call.attempts().size()).min()),
  /** Most attempts of one call. */
  ATTEMPTS_MAX(e -> calls(e).mapToDouble(call -> call.attempts().size()).max()),
  /**
   * Attempts by calls. An obedient client has (1/N) x sum over windows of the calls still waiting.
   */
  RETRY_AMPLIFICATION(Metric::amplification),
  /** Attempts no asked call explains, for example of a call that had been answered to another. */
  STRAY_ATTEMPTS(e -> OptionalDouble.of(e.strays().size())),
  /** Attempts before the wait that the server asked for was over; 10 ms are for clocks. */
  EARLY_RETRIES(e -> number(latenesses(e).filter(late -> late < -0.010).count())),
  /** 95th percentile of the time beyond the wait asked for. */
  LATENESS_P95(e -> Samples.percentile(latenesses(e).toArray(), 95)),
  /** Shortest time from a refusal to the next attempt of the same call. */
  GAP_MIN(e -> delays(e).min()),
  /** Longest time from a refusal to the next attempt, a wait still open at the end included. */
  DELAY_MAX(e -> DoubleStream.concat(delays(e), openWaits(e)).max()),
  /** Median second delay by median first delay. */
  DELAY_GROWTH(Metric::growth),
  /**
   * Standard deviation by mean of the first delays: 0.007 to 0.009 is timer noise. Absent while the
   * mean is below 0.4 s, where the network's own spread would pass for jitter.
   */
  FIRST_DELAY_CV(Metric::jitter),
  /**
   * Most second attempts that arrive within any 100 ms, by all second attempts: 0.2 is what half a
   * second of spread gives, 1 is a herd. Absent below 20 of them.
   */
  HERD_FACTOR(Metric::herd),
  /** Most attempts of one call under way at once. */
  IN_FLIGHT_MAX(e -> calls(e).mapToDouble(call -> call.inFlight(e.endNanos())).max()),
  /** Most different bodies sent for one call; absent when no call was retried. */
  BODIES_MAX(e -> different(e, Attempt::bodyHash)),
  /** Most different keys sent for one call; absent when no call was retried. */
  KEYS_MAX(e -> different(e, Attempt::keyHash)),
  /** Longest time from a call's first attempt until its caller was told, or until the end. */
  TOLD_AFTER_MAX(e -> calls(e).flatMapToDouble(call -> call.toldAfter(e.endNanos())).max()),
  /** Calls told a text that begins twice, as when a cut stream is sent again and appended. */
  REPEATED_TEXT(e -> number(calls(e).filter(Call::repeatsItself).count())),
  /** From the first refusal until the last attempt, or until the end while it still waits. */
  RETRY_HORIZON(e -> calls(e).flatMapToDouble(call -> horizon(call, e)).min()),
  /** From the first arrival to the last success. */
  MAKESPAN(Metric::makespan),
  /** Calls without a success for the caller. */
  LOST(e -> number(calls(e).filter(Call::lost).count())),
  /** Calls served or told more than once. */
  DUPLICATED(e -> number(calls(e).filter(Call::duplicated).count())),
  /** Calls that the server answered with success at least once. */
  SERVED(e -> number(calls(e).filter(call -> call.successes() > 0).count())),
  /**
   * The status that all failed calls were told with; absent when none failed, -1 when they differ.
   */
  TOLD_STATUS(Metric::toldStatus),
  /**
   * Answered calls that ended in an error that names the rate limit, by all that ended in error.
   */
  TOLD_RATE_LIMIT(Metric::toldRateLimit),
  /** Calls whose caller was told nothing. */
  UNANSWERED(e -> number(calls(e).filter(call -> !call.answered()).count())),
  /** Retries that arrive after their caller had been told, as of a call that was cancelled. */
  RETRIES_AFTER_TOLD(e -> number(calls(e).mapToLong(Call::retriesAfterTold).sum())),
  /**
   * The shortest wait, in seconds, that an error exposes from Retry-After; 0 where one exposes
   * none, absent when no call failed.
   */
  TOLD_RETRY_AFTER(e -> toldErrors(e).mapToDouble(told -> seconds(told.retryAfterNanos())).min()),
  /**
   * Calls whose attempts differ in their idempotency key, and keys that several calls share; absent
   * when no attempt brings one.
   */
  IDEMPOTENCY_BREAKS(Metric::idempotency),
  /** Attempts that declare another number of retries than the server counts; absent without any. */
  MISCOUNTED_RETRIES(Metric::miscounted),
  /**
   * First attempts of other calls that arrive while a wait that the server asked for is not over:
   * what a client sends whose calls do not tell each other.
   */
  NEW_DURING_HOLD(Metric::newDuringHold),
  /**
   * Jain's index over the keys: 1 when the calls of each were served equally often, 1/n when one
   * got everything. Absent below two keys.
   */
  FAIRNESS(Metric::fairness),
  /** Attempts served that had arrived before the first refused one: what the quota let through. */
  SERVED_BEFORE_REFUSAL(Metric::servedBeforeRefusal),
  /**
   * 95th percentile of the time from asking to telling, over the calls that were never refused:
   * long when others make them wait.
   */
  UNREFUSED_TOLD_P95(
      e ->
          Samples.percentile(
              calls(e)
                  .filter(Call::unrefused)
                  .flatMapToDouble(call -> call.toldSinceAsked(e.endNanos()))
                  .toArray(),
              95)),
  /**
   * From the last 5xx until a second begins in which at least 95 % as many calls are served as in a
   * second before the first 5xx; absent without a time before and a failure.
   */
  RECOVERY(e -> Outage.of(e).map(Outage::recovery).orElse(OptionalDouble.empty())),
  /** Most arrivals in a second after the last 5xx, by most in a second before the first. */
  AFTER_PEAK(e -> Outage.of(e).map(Outage::afterPeak).orElse(OptionalDouble.empty())),
  /** Calls told as success though none of their attempts was served. */
  INVENTED(
      e -> number(calls(e).filter(c -> c.successes() == 0 && c.answered() && !c.lost()).count()));

  private static final double NANOS = 1e9;
  private static final double JITTER_MEAN = 0.4;
  private static final int HERD = 20;
  private static final long HERD_NANOS = 100_000_000;

  @SuppressWarnings("ImmutableEnumChecker") // stateless functions only
  private final Function<Evidence, OptionalDouble> measure;

  Metric(Function<Evidence, OptionalDouble> measure) {
    this.measure = measure;
  }

  /** As written in case files and reports: {@code attempts-max}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The metric of that id. */
  public static Metric of(String id) {
    return Arrays.stream(values())
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown metric "
                        + id
                        + ": expected one of "
                        + Arrays.stream(values())
                            .map(Metric::id)
                            .collect(Collectors.joining(", "))));
  }

  /** Measures a run. */
  public OptionalDouble measure(Evidence evidence) {
    return measure.apply(evidence);
  }

  private static OptionalDouble different(Evidence e, Function<Attempt, String> part) {
    return calls(e)
        .filter(call -> call.attempts().size() > 1)
        .mapToDouble(call -> call.attempts().stream().map(part).distinct().count())
        .max();
  }

  private static OptionalDouble herd(Evidence e) {
    long[] second =
        calls(e)
            .filter(call -> call.attempts().size() > 1)
            .mapToLong(call -> call.attempts().get(1).receivedNanos() - e.endNanos())
            .sorted()
            .toArray();
    if (second.length < HERD) {
      return OptionalDouble.empty();
    }
    int most = 0;
    int from = 0;
    for (int to = 0; to < second.length; to++) {
      while (second[to] - second[from] >= HERD_NANOS) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return OptionalDouble.of((double) most / second.length);
  }

  private static OptionalDouble amplification(Evidence e) {
    return e.calls().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) e.attempts().size() / e.calls().size());
  }

  private static double seconds(OptionalLong nanos) {
    return nanos.isPresent() ? nanos.getAsLong() / NANOS : 0;
  }

  private static OptionalDouble idempotency(Evidence e) {
    List<Set<String>> keys = calls(e).map(Call::idempotencyKeys).toList();
    long changed = keys.stream().filter(own -> own.size() > 1).count();
    long all = keys.stream().mapToLong(Set::size).sum();
    long different = keys.stream().flatMap(Set::stream).distinct().count();
    return all == 0 ? OptionalDouble.empty() : number(changed + all - different);
  }

  private static OptionalDouble miscounted(Evidence e) {
    boolean declared =
        e.attempts().stream().anyMatch(a -> a.received().claims().retry().isPresent());
    return declared ? number(calls(e).mapToLong(Call::miscounted).sum()) : OptionalDouble.empty();
  }

  private static OptionalDouble newDuringHold(Evidence e) {
    List<Attempt> holding =
        e.attempts().stream().filter(a -> a.retryAfterNanos().isPresent()).toList();
    return holding.isEmpty()
        ? OptionalDouble.empty()
        : number(
            calls(e)
                .flatMap(call -> call.attempts().stream().limit(1))
                .filter(first -> holding.stream().anyMatch(refused -> held(refused, first)))
                .count());
  }

  private static boolean held(Attempt refused, Attempt first) {
    long since = first.receivedNanos() - refused.endNanos();
    return since > 0 && since < refused.retryAfterNanos().orElse(0);
  }

  private static OptionalDouble fairness(Evidence e) {
    Map<String, Long> served = new HashMap<>();
    calls(e)
        .filter(call -> !call.attempts().isEmpty())
        .forEach(
            call ->
                served.merge(
                    call.attempts().get(0).keyHash(), Math.min(1, call.successes()), Long::sum));
    double sum = served.values().stream().mapToDouble(Long::doubleValue).sum();
    double squares = served.values().stream().mapToDouble(x -> (double) x * x).sum();
    return served.size() < 2 || squares == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum * sum / (served.size() * squares));
  }

  private static OptionalDouble servedBeforeRefusal(Evidence e) {
    return number(e.attempts().stream().takeWhile(a -> a.causes().isEmpty()).count());
  }

  private static OptionalDouble number(long count) {
    return OptionalDouble.of((double) count);
  }

  private static Stream<Call> calls(Evidence e) {
    return e.calls().stream();
  }

  private static DoubleStream delays(Evidence e) {
    return flat(calls(e).map(Call::delays).toList());
  }

  private static DoubleStream latenesses(Evidence e) {
    return flat(calls(e).map(Call::latenesses).toList());
  }

  private static DoubleStream flat(List<List<Double>> lists) {
    return lists.stream().flatMap(Collection::stream).mapToDouble(Double::doubleValue);
  }

  /** A call that may have been told of its end unheard is not taken to wait still. */
  private static DoubleStream openWaits(Evidence e) {
    return calls(e)
        .filter(call -> e.heard() && waiting(call))
        .mapToDouble(call -> sinceLast(call, e));
  }

  private static boolean waiting(Call call) {
    return !call.answered() && !call.attempts().isEmpty() && call.successes() == 0;
  }

  private static double sinceLast(Call call, Evidence e) {
    Attempt last = call.attempts().get(call.attempts().size() - 1);
    return (e.endNanos() - last.endNanos()) / NANOS;
  }

  private static double[] nthDelays(Evidence e, int n) {
    return calls(e)
        .map(Call::delays)
        .filter(delays -> delays.size() > n)
        .mapToDouble(delays -> delays.get(n))
        .toArray();
  }

  private static OptionalDouble jitter(Evidence e) {
    double[] first = nthDelays(e, 0);
    return DoubleStream.of(first).average().orElse(0) < JITTER_MEAN
        ? OptionalDouble.empty()
        : Samples.variation(first);
  }

  private static OptionalDouble growth(Evidence e) {
    OptionalDouble first = Samples.percentile(nthDelays(e, 0), 50);
    OptionalDouble second = Samples.percentile(nthDelays(e, 1), 50);
    return first.isPresent() && second.isPresent() && first.getAsDouble() > 0
        ? OptionalDouble.of(second.getAsDouble() / first.getAsDouble())
        : OptionalDouble.empty();
  }

  private static DoubleStream horizon(Call call, Evidence e) {
    if (call.attempts().isEmpty() || call.successes() > 0 || !e.heard()) {
      return DoubleStream.empty();
    }
    Attempt first = call.attempts().get(0);
    Attempt last = call.attempts().get(call.attempts().size() - 1);
    long until = waiting(call) ? e.endNanos() : last.receivedNanos();
    return DoubleStream.of(Math.max(0, until - first.endNanos()) / NANOS);
  }

  private static OptionalDouble makespan(Evidence e) {
    List<Attempt> attempts = e.attempts();
    return attempts.stream()
        .filter(Attempt::succeeded)
        .map(Attempt::endNanos)
        .max(Comparator.comparingLong(end -> end - e.endNanos()))
        .map(last -> OptionalDouble.of((last - attempts.get(0).receivedNanos()) / NANOS))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble toldStatus(Evidence e) {
    List<Integer> statuses = toldErrors(e).map(JournalEvent.Told::status).distinct().toList();
    if (statuses.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(statuses.size() == 1 ? statuses.get(0) : -1);
  }

  private static OptionalDouble toldRateLimit(Evidence e) {
    List<JournalEvent.Told> errors = toldErrors(e).toList();
    long named = errors.stream().filter(Metric::namesRateLimit).count();
    return errors.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) named / errors.size());
  }

  private static Stream<JournalEvent.Told> toldErrors(Evidence e) {
    return calls(e).flatMap(call -> call.answers().stream()).filter(told -> !told.ok());
  }

  private static boolean namesRateLimit(JournalEvent.Told told) {
    return told.status() == 429 || told.errorClass().contains("RateLimit");
  }
}
