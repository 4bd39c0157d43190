package dev.mimokit.core.sim;

import dev.mimokit.core.sim.ClientSide.Goal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/** Counts what happens in one replication. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // an index into columns of this object, which nobody keeps
final class Tally {

  private static final int DIGITS = 3;
  private static final long MICRO = 1_000;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int FIRST_MINUTES = 64;
  private static final Cause[] CAUSES = Cause.values();

  private final Histogram waits = new Histogram(DIGITS);
  private final Histogram endToEnd = new Histogram(DIGITS);
  private final long[] refusals = new long[CAUSES.length];
  private final long[] waitedFor = new long[CAUSES.length];
  private final long goalAdmission;
  private final long goalEnd;
  private long[] minuteRequests = new long[FIRST_MINUTES];
  private long[] minuteTokens = new long[FIRST_MINUTES];
  private int minutes;
  private long offered;
  private long admitted;
  private long waited;
  private long endedAtOnce;
  private long waitSum;
  private long givenUp;
  private long firstRefused;
  private long cancelled;
  private long good;
  private long waiting;
  private long mostWaiting;
  private long inFlight;
  private long mostInFlight;
  private long lastAdmission;
  private long leastTokens;
  private long smallestTokens = Long.MAX_VALUE;

  Tally(Goal goal) {
    goalAdmission = nanos(goal.admission());
    goalEnd = nanos(goal.endToEnd());
  }

  private static long nanos(Optional<Duration> span) {
    return span.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }

  void asked() {
    offered++;
    waiting++;
  }

  /** Everything that could happen to a request at this instant has happened. */
  void settled() {
    mostWaiting = Math.max(mostWaiting, waiting);
  }

  void refused(Cause cause, boolean first) {
    refusals[cause.ordinal()]++;
    if (first) {
      firstRefused++;
    }
  }

  void heldUp(Cause cause, long nanos) {
    waitedFor[cause.ordinal()] += nanos;
  }

  void gaveUp() {
    waiting--;
    givenUp++;
  }

  void admitted(long now, long wait, long tokens) {
    waiting--;
    admitted++;
    lastAdmission = now;
    if (wait > 0) {
      waited++;
      waitSum += wait;
      waits.recordValue(micros(wait));
    }
    int minute = minute(now);
    minuteRequests[minute]++;
    minuteTokens[minute] += tokens;
    leastTokens += tokens;
    smallestTokens = Math.min(smallestTokens, tokens);
  }

  private int minute(long now) {
    int minute = (int) (now / MINUTE);
    if (minute >= minutes) {
      minutes = minute + 1;
      if (minutes > minuteRequests.length) {
        int wider = Math.max(minutes, minuteRequests.length * 2);
        minuteRequests = Arrays.copyOf(minuteRequests, wider);
        minuteTokens = Arrays.copyOf(minuteTokens, wider);
      }
    }
    return minute;
  }

  private static long micros(long nanos) {
    return (nanos + MICRO / 2) / MICRO;
  }

  void began() {
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
  }

  void left() {
    inFlight--;
  }

  /**
   * A request has ended.
   *
   * @param total from being asked for to this end
   */
  void ended(long wait, long total, boolean stayed) {
    if (total > 0) {
      endToEnd.recordValue(micros(total));
    } else {
      endedAtOnce++;
    }
    if (!stayed) {
      cancelled++;
    } else if (wait <= goalAdmission && total <= goalEnd) {
      good++;
    }
  }

  /** Tokens of a request that was admitted in that minute turned out to be others. */
  void corrected(long admittedAt, long reserved, long used) {
    minuteTokens[(int) (admittedAt / MINUTE)] += used - reserved;
    if (used < reserved) {
      leastTokens += used - reserved;
      smallestTokens = Math.min(smallestTokens, used);
    }
  }

  Measured measured(long events, long endNanos) {
    waits.recordValueWithCount(0, admitted - waited);
    endToEnd.recordValueWithCount(0, endedAtOnce);
    return new Measured(
        new Measured.Counts(
            offered,
            admitted,
            givenUp,
            waiting,
            Arrays.stream(refusals).sum(),
            firstRefused,
            cancelled,
            good,
            leastTokens,
            admitted == 0 ? 0 : smallestTokens,
            events),
        new Measured.Causes(byCause(refusals), byCause(waitedFor)),
        new Measured.Times(
            packed(waits), packed(endToEnd), waitSum, waited, lastAdmission, endNanos),
        new Measured.Peaks(mostWaiting, mostInFlight),
        minuteUse());
  }

  /** The same in as little memory as its values need: many are kept. */
  private static Histogram packed(Histogram counted) {
    Histogram small = new PackedHistogram(DIGITS);
    small.add(counted);
    return small;
  }

  private static Map<Cause, Long> byCause(long[] amounts) {
    Map<Cause, Long> map = new EnumMap<>(Cause.class);
    for (Cause cause : CAUSES) {
      map.put(cause, amounts[cause.ordinal()]);
    }
    return map;
  }

  private List<Measured.MinuteUse> minuteUse() {
    List<Measured.MinuteUse> use = new ArrayList<>(minutes);
    for (int i = 0; i < minutes; i++) {
      use.add(new Measured.MinuteUse(minuteRequests[i], minuteTokens[i]));
    }
    return use;
  }
}
