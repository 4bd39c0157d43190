package dev.mimokit.core.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The time in which a server answered 5xx, and what came before and after it. All instants are
 * seconds after the first arrival.
 */
final class Outage {

  private static final double NANOS = 1e9;
  private static final double GOOD_AGAIN = 0.95;

  /** When the first failed attempt had arrived, and when the last failure had been written. */
  private final double begin;

  private final double end;
  private final double watched;
  private final double[] arrivals;
  private final double[] served;

  private Outage(List<Attempt> attempts, List<Attempt> failed, long watchedNanos) {
    long zero = attempts.get(0).receivedNanos();
    begin = (failed.get(0).receivedNanos() - zero) / NANOS;
    end = failed.stream().mapToDouble(a -> (a.endNanos() - zero) / NANOS).max().orElse(0);
    watched = (watchedNanos - zero) / NANOS;
    arrivals = attempts.stream().mapToDouble(a -> (a.receivedNanos() - zero) / NANOS).toArray();
    served =
        attempts.stream()
            .filter(Attempt::succeeded)
            .mapToDouble(a -> (a.endNanos() - zero) / NANOS)
            .sorted()
            .toArray();
  }

  /** Absent where nothing failed, or nothing came before. */
  static Optional<Outage> of(Evidence evidence) {
    List<Attempt> attempts = evidence.attempts();
    List<Attempt> failed = attempts.stream().filter(Attempt::failedByServer).toList();
    return failed.isEmpty() || attempts.get(0).failedByServer()
        ? Optional.empty()
        : Optional.of(new Outage(attempts, failed, evidence.endNanos()));
  }

  /** Seconds until it served as much as before; until the end if it never did. */
  OptionalDouble recovery() {
    double before = Arrays.stream(served).filter(at -> at < begin).count() / begin;
    double good = GOOD_AGAIN * before;
    return OptionalDouble.of(
        Arrays.stream(served)
                .filter(at -> at >= end && within(served, at) >= good)
                .findFirst()
                .orElse(watched)
            - end);
  }

  /** The busiest second after it by the busiest before it. */
  OptionalDouble afterPeak() {
    double before = busiest(Arrays.stream(arrivals).filter(at -> at < begin).toArray());
    return OptionalDouble.of(
        busiest(Arrays.stream(arrivals).filter(at -> at >= end).toArray()) / before);
  }

  private static double busiest(double[] instants) {
    return Arrays.stream(instants).map(at -> within(instants, at)).max().orElse(0);
  }

  /** How many of them lie in the second that begins at {@code from}. */
  private static double within(double[] instants, double from) {
    return Arrays.stream(instants).filter(at -> at >= from && at < from + 1).count();
  }
}
