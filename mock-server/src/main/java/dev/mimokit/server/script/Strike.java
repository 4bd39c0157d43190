package dev.mimokit.server.script;

import dev.mimokit.server.script.Fault.Drop;
import dev.mimokit.server.script.Fault.Stall;
import java.util.OptionalInt;

/**
 * A fault and when it strikes.
 *
 * @param afterEvents only within the tokens: events sent before it, role included; a negative
 *     number counts from the end, -1 being before the last event
 */
public record Strike(Fault fault, Phase phase, OptionalInt afterEvents) {

  /** Refuses a count of events elsewhere than within the tokens, and what needs a body sooner. */
  public Strike {
    if (afterEvents.isPresent() && phase != Phase.BETWEEN_TOKENS) {
      throw new IllegalArgumentException("afterEvents needs the phase between-tokens: " + phase);
    }
    boolean bodyless = fault instanceof Drop || fault instanceof Stall;
    if (isBeforeBody(phase) && !bodyless) {
      throw new IllegalArgumentException(
          "before the headers an answer can only be dropped or stalled");
    }
  }

  /** A fault at a phase. */
  public Strike(Fault fault, Phase phase) {
    this(fault, phase, OptionalInt.empty());
  }

  /** Whether it strikes before the status is sent. */
  public boolean isBeforeHeaders() {
    return isBeforeBody(phase);
  }

  /** The index of the event before which it strikes. */
  int index(StreamShape shape) {
    return switch (phase) {
      case ON_ACCEPT, BEFORE_HEADERS -> 0;
      case BEFORE_FIRST_TOKEN -> shape.firstToken();
      case BEFORE_END -> shape.firstToken() + shape.tokens();
      case BETWEEN_TOKENS -> within(shape);
    };
  }

  private int within(StreamShape shape) {
    int after = afterEvents.orElse(shape.firstToken() + 1);
    return Math.min(shape.count(), Math.max(0, after < 0 ? shape.count() + after : after));
  }

  private static boolean isBeforeBody(Phase phase) {
    return phase == Phase.ON_ACCEPT || phase == Phase.BEFORE_HEADERS;
  }
}
