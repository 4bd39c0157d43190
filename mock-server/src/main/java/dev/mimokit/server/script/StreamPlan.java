package dev.mimokit.server.script;

import dev.mimokit.server.script.Fault.Drop;
import dev.mimokit.server.script.Fault.Ending;
import dev.mimokit.server.script.Fault.ErrorEvent;
import dev.mimokit.server.script.Fault.Garbage;
import dev.mimokit.server.script.Fault.Slow;
import dev.mimokit.server.script.Fault.Stall;
import dev.mimokit.server.script.Fault.Truncate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of each event of one stream. Pure and immutable; events are counted from 0.
 *
 * <pre>
 *   i &lt; count()    send bytes(i), or the event's own when empty, delayNanos(i) later than planned
 *   then           wait until endDelayNanos() after the next event was due, and end as ending()
 * </pre>
 */
public final class StreamPlan {

  private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

  private final StreamShape shape;
  private final List<Strike> strikes;
  private final Optional<Strike> last;

  private StreamPlan(StreamShape shape, List<Strike> strikes) {
    this.shape = shape;
    this.strikes = strikes;
    this.last =
        strikes.stream()
            .filter(strike -> ends(strike.fault()))
            .min((one, other) -> Integer.compare(one.index(shape), other.index(shape)));
  }

  /** The plan of a stream of that shape; the first fault that ends it hides the later ones. */
  public static StreamPlan of(StreamShape shape, List<Strike> strikes) {
    return new StreamPlan(shape, List.copyOf(strikes));
  }

  /** How many events are sent; 0 when the answer ends before its first. */
  public int count() {
    return last.map(strike -> strike.index(shape) + added(strike.fault())).orElse(shape.count());
  }

  /** How the answer stops when all {@link #count} events are sent. */
  public Ending ending() {
    return last.map(strike -> ending(strike.fault())).orElse(Ending.COMPLETE);
  }

  /** The bytes to send in place of an event; empty when it is sent as it is. */
  public Optional<byte[]> bytes(int event) {
    if (last.isPresent() && event >= last.get().index(shape)) {
      return last.get().fault() instanceof ErrorEvent error
          ? Optional.of(event == last.get().index(shape) ? line(error) : DONE)
          : Optional.empty();
    }
    return strikes.stream()
        .filter(strike -> strike.index(shape) == event)
        .map(Strike::fault)
        .filter(Garbage.class::isInstance)
        .map(fault -> ((Garbage) fault).text().getBytes(StandardCharsets.UTF_8))
        .findFirst();
  }

  /** The error to send in place of an event, which its dialect frames; empty for none. */
  public Optional<String> error(int event) {
    return last.filter(strike -> strike.index(shape) == event)
        .map(Strike::fault)
        .filter(ErrorEvent.class::isInstance)
        .map(fault -> ((ErrorEvent) fault).json());
  }

  /** How much later than planned an event, or the end after the last one, is due. */
  public long delayNanos(int event) {
    return strikes.stream().mapToLong(strike -> delayNanos(strike, event)).sum();
  }

  /**
   * Whether the status is sent at all; otherwise the answer ends as {@link #ending} says, {@link
   * #endDelayNanos} after it was begun.
   */
  public boolean hasHead() {
    return last.map(strike -> !strike.isBeforeHeaders()).orElse(true);
  }

  /** How much later the status is sent than it would be; the events' delays include it. */
  public long headDelayNanos() {
    return strikes.stream()
        .filter(Strike::isBeforeHeaders)
        .mapToLong(strike -> strike.fault() instanceof Stall stall ? stall.nanos() : 0)
        .sum();
  }

  /** How much later than the event that is missing first the end comes. */
  public long endDelayNanos() {
    return delayNanos(last.map(strike -> strike.index(shape)).orElse(shape.count()));
  }

  private long delayNanos(Strike strike, int event) {
    int from = strike.index(shape);
    if (event < from) {
      return 0;
    }
    if (strike.fault() instanceof Stall stall) {
      return stall.nanos();
    }
    return strike.fault() instanceof Slow slow ? slow.extraNanos() * (event - from + 1) : 0;
  }

  private static boolean ends(Fault fault) {
    return fault instanceof Drop || fault instanceof Truncate || fault instanceof ErrorEvent;
  }

  private static Ending ending(Fault fault) {
    return fault instanceof Drop drop ? drop.ending() : Ending.CLEAN;
  }

  private static int added(Fault fault) {
    if (fault instanceof ErrorEvent error) {
      return error.done() ? 2 : 1;
    }
    return 0;
  }

  private static byte[] line(ErrorEvent error) {
    return ("data: " + error.json() + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
