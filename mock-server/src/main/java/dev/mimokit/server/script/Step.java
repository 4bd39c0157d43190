package dev.mimokit.server.script;

import java.util.List;
import java.util.Optional;

/**
 * One answer of a script.
 *
 * @param strikes what goes wrong on the way of the answer, and when
 * @param percent of the attempts that get it, drawn from the script's seed; the built-in behaviour
 *     answers the others
 */
public record Step(ScriptedAnswer answer, List<Strike> strikes, Extent extent, int percent) {

  /** Most times one step can be repeated. */
  public static final int MOST = Extent.MOST;

  private static final int ALL = 100;

  /** Copies the strikes; refuses shares outside 1..100. */
  public Step {
    strikes = List.copyOf(strikes);
    if (percent < 1 || percent > ALL) {
      throw new IllegalArgumentException("percent must be within 1..100: " + percent);
    }
  }

  /** A status and nothing else wrong. */
  public Step(int status, Optional<String> retryAfter, Optional<String> error, int times) {
    this(
        new ScriptedAnswer(status, error, retryAfterOnly(retryAfter), Optional.empty()),
        List.of(),
        new Extent.Attempts(times),
        ALL);
  }

  private static ScriptedHeaders retryAfterOnly(Optional<String> retryAfter) {
    return new ScriptedHeaders(
        retryAfter,
        ScriptedHeaders.NONE.retryAfterDateSeconds(),
        ScriptedHeaders.NONE.dateSkewSeconds(),
        List.of());
  }

  /** Whether the built-in behaviour answers, untouched. */
  public boolean serves() {
    return strikes.isEmpty() && answer.equals(ScriptedAnswer.BUILT_IN);
  }

  /** Whether the attempt ends before it is held against any limit. */
  public boolean endsOnAccept() {
    for (Strike strike : strikes) {
      if (strike.phase() == Phase.ON_ACCEPT && strike.fault() instanceof Fault.Drop) {
        return true;
      }
    }
    return false;
  }

  /** What happens to a stream. */
  public StreamPlan stream(StreamShape shape) {
    return StreamPlan.of(shape, strikes);
  }

  /** What happens to an answer that is one body. */
  public WholePlan whole() {
    return WholePlan.of(strikes);
  }

  /** The HTTP status. */
  public int status() {
    return answer.status();
  }

  /** The literal value of Retry-After. */
  public Optional<String> retryAfter() {
    return answer.headers().retryAfter();
  }

  /** The name of the platform's body. */
  public Optional<String> error() {
    return answer.error();
  }
}
