package dev.mimokit.server.script;

/**
 * What goes wrong with an answer, other than its status; {@link Phase} says when. A closed choice:
 * one place applies it, {@link StreamPlan} for streams and {@link WholePlan} for whole bodies.
 */
public sealed interface Fault {

  /** How an answer stops. */
  enum Ending {
    /** It does not: whole, with its terminator. */
    COMPLETE,
    /** The body ends cleanly, as if nothing were missing. */
    CLEAN,
    /** The connection is closed in order (FIN) in the middle of the message. */
    CLOSE,
    /** The connection is reset (RST). */
    RESET
  }

  /**
   * The connection goes away.
   *
   * @param ending {@link Ending#CLOSE} or {@link Ending#RESET}
   */
  record Drop(Ending ending) implements Fault {

    /** Refuses endings that keep the connection. */
    public Drop {
      if (ending != Ending.CLOSE && ending != Ending.RESET) {
        throw new IllegalArgumentException("a drop must close or reset: " + ending);
      }
    }
  }

  /** Nothing comes for so long; then it goes on, all of it as much later. */
  record Stall(long nanos) implements Fault {

    /** Refuses to go back in time. */
    public Stall {
      requireNotNegative(nanos);
    }
  }

  /** Every event from here on comes so much later after the one before it. */
  record Slow(long extraNanos) implements Fault {

    /** Refuses to go back in time. */
    public Slow {
      requireNotNegative(extraNanos);
    }
  }

  /** The stream ends cleanly here: what follows, finish and terminator too, is never sent. */
  record Truncate() implements Fault {}

  /**
   * An event with an error comes in the stream's place, and the stream ends cleanly.
   *
   * @param json the event's data, one line
   * @param done whether the terminator follows
   */
  record ErrorEvent(String json, boolean done) implements Fault {

    /** Refuses data of more than one line. */
    public ErrorEvent {
      if (json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("data must be one line");
      }
    }
  }

  /** These bytes come in place of one event, or of a whole body; the rest goes on. */
  record Garbage(String text) implements Fault {

    /** Half a chunk of a chat stream, framed as an event. */
    public static final String HALF_A_CHUNK = "data: {\"choices\":[{\"delta\":{\"content\":\"\n\n";
  }

  private static void requireNotNegative(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("a delay must not be negative: " + nanos + " ns");
    }
  }
}
