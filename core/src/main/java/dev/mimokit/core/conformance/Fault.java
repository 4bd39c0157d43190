package dev.mimokit.core.conformance;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What goes wrong on the way of an answer.
 *
 * @param phase when, in the server's words: {@code on-accept}, {@code before-headers}, {@code
 *     before-first-token}, {@code between-tokens}, {@code before-end}; empty for the usual one
 * @param afterEvents events of a stream that come before it; negative counts from the end
 * @param millis how long a stall or each slow event takes; 0 for the other kinds
 * @param text an error event's data, or the garbage; empty for the other kinds
 */
public record Fault(Kind kind, String phase, OptionalInt afterEvents, long millis, String text) {

  /** The kinds. */
  public enum Kind {
    /** The connection is reset. */
    RESET,
    /** The connection is closed in the middle of the message. */
    CLOSE,
    /** Nothing comes for a while. */
    STALL,
    /** Every later event takes longer. */
    SLOW,
    /** A stream ends cleanly before its end; a whole body is cut. */
    TRUNCATE,
    /** A stream goes over into an error and ends cleanly. */
    ERROR_EVENT,
    /** Bytes that mean nothing come in the place of an event or a body. */
    GARBAGE;

    /** As written in case files: {@code error-event}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Refuses a wait without length and one where nothing waits. */
  public Fault {
    boolean waits = kind == Kind.STALL || kind == Kind.SLOW;
    if (waits != (millis > 0)) {
      throw new IllegalArgumentException(
          "millis must be "
              + (waits ? "at least 1" : "absent")
              + " for "
              + kind.id()
              + ": "
              + millis);
    }
  }

  /** Whether no answer is ever whole after it. */
  boolean breaks() {
    return kind == Kind.RESET
        || kind == Kind.CLOSE
        || kind == Kind.TRUNCATE
        || kind == Kind.ERROR_EVENT;
  }
}
