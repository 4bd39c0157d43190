package dev.mimokit.server.script;

/**
 * How far a step reaches: over so many attempts of a call, or over so much time since the script's
 * first attempt.
 */
public sealed interface Extent {

  /** Most attempts one step can be repeated for. */
  int MOST = 1_000_000;

  /** Over attempts. */
  record Attempts(int times) implements Extent {

    /** Refuses odd counts. */
    public Attempts {
      if (times < 1 || times > MOST) {
        throw new IllegalArgumentException("times must be within 1.." + MOST + ": " + times);
      }
    }
  }

  /** Over time. */
  record Span(long nanos) implements Extent {

    /** Refuses moments without length. */
    public Span {
      if (nanos < 1) {
        throw new IllegalArgumentException("a span must be at least 1 ns: " + nanos);
      }
    }
  }

  /** Attempts or nanoseconds, whichever is counted. */
  default long length() {
    return this instanceof Span span ? span.nanos() : ((Attempts) this).times();
  }
}
