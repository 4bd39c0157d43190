package dev.mimokit.server.script;

import dev.mimokit.server.script.Fault.Drop;
import dev.mimokit.server.script.Fault.Ending;
import dev.mimokit.server.script.Fault.ErrorEvent;
import dev.mimokit.server.script.Fault.Garbage;
import dev.mimokit.server.script.Fault.Stall;
import dev.mimokit.server.script.Fault.Truncate;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of an answer that is one body. The length that the headers announce stays that of
 * the whole body, so a body that ends early lies about it. Pure and immutable.
 */
public final class WholePlan {

  private static final WholePlan UNTOUCHED = new WholePlan(List.of());

  private final List<Strike> strikes;
  private final Optional<Strike> last;

  private WholePlan(List<Strike> strikes) {
    this.strikes = strikes;
    this.last =
        strikes.stream()
            .filter(strike -> ends(strike.fault()))
            .min(Comparator.comparing(Strike::phase));
  }

  /** The plan; the first fault that ends the answer hides the later ones. */
  public static WholePlan of(List<Strike> strikes) {
    return strikes.isEmpty() ? UNTOUCHED : new WholePlan(List.copyOf(strikes));
  }

  /** Whether the status is sent at all. */
  public boolean hasHead() {
    return last.map(strike -> !strike.isBeforeHeaders()).orElse(true);
  }

  /** How much later the answer, or its end without a byte, comes than it would. */
  public long delayNanos() {
    long delay = 0;
    for (Strike strike : strikes) {
      delay += strike.fault() instanceof Stall stall ? stall.nanos() : 0;
    }
    return delay;
  }

  /** The body to send in place of the built-in one; empty when that is sent. */
  public Optional<byte[]> body() {
    for (Strike strike : strikes) {
      Optional<byte[]> replacement = replacement(strike.fault());
      if (replacement.isPresent()) {
        return replacement;
      }
    }
    return Optional.empty();
  }

  /** How many bytes are sent of a body of that length. */
  public int bytes(int length) {
    return last.map(strike -> part(strike.phase(), length)).orElse(length);
  }

  /**
   * How the answer stops when those bytes are sent; a body cut short always ends the connection.
   */
  public Ending ending() {
    return last.map(strike -> strike.fault() instanceof Drop drop ? drop.ending() : Ending.CLOSE)
        .orElse(Ending.COMPLETE);
  }

  private static int part(Phase phase, int length) {
    return switch (phase) {
      case ON_ACCEPT, BEFORE_HEADERS, BEFORE_FIRST_TOKEN -> 0;
      case BETWEEN_TOKENS -> length / 2;
      case BEFORE_END -> Math.max(0, length - 1);
    };
  }

  private static Optional<byte[]> replacement(Fault fault) {
    if (fault instanceof Garbage garbage) {
      return Optional.of(garbage.text().getBytes(StandardCharsets.UTF_8));
    }
    return fault instanceof ErrorEvent error
        ? Optional.of(error.json().getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static boolean ends(Fault fault) {
    return fault instanceof Drop || fault instanceof Truncate;
  }
}
