package dev.mimokit.core.tokens;

import java.util.function.Supplier;

/**
 * The two counts of a text: the one that decides whether a request is admitted, and the one that
 * its usage tells and is charged in the end. Immutable and thread-safe.
 *
 * @param admission quick, and exact as far as the mode says
 * @param usage exact, but in the mode that knows no vocabulary
 */
public record TokenCounters(TokenCounter admission, TokenCounter usage) {

  /**
   * The counters of a mode. The vocabulary is asked for at the first count, once, and never in mode
   * {@link TokenMode#ESTIMATE}; who counts meanwhile waits, so that no count depends on when it
   * came.
   */
  public static TokenCounters of(TokenMode mode, Supplier<ExactCounter> exact) {
    TokenEstimator estimator = new TokenEstimator();
    if (mode == TokenMode.ESTIMATE) {
      TokenCounter both = estimator::tokens;
      return new TokenCounters(both, both);
    }
    LazyCounter usage = new LazyCounter(exact::get);
    return mode == TokenMode.EXACT
        ? new TokenCounters(usage, usage)
        : new TokenCounters(
            new LazyCounter(() -> new HybridCounter(exact.get(), estimator)), usage);
  }

  /** Whether usage may tell another number than admission did. */
  public boolean differ(CharSequence text) {
    return !admission.equals(usage) && !admission.isExact(text);
  }

  /** Loads what the first count would have to wait for. */
  public void load() {
    admission.count("");
    usage.count("");
  }

  /** A counter that is made when it is first needed. */
  private static final class LazyCounter implements TokenCounter {

    private final Supplier<TokenCounter> source;
    private volatile TokenCounter made = text -> 0;
    private volatile boolean ready;

    LazyCounter(Supplier<TokenCounter> source) {
      this.source = source;
    }

    @Override
    public long count(CharSequence text) {
      return counter().count(text);
    }

    @Override
    public boolean isExact(CharSequence text) {
      return counter().isExact(text);
    }

    private TokenCounter counter() {
      return ready ? made : make();
    }

    private synchronized TokenCounter make() {
      if (!ready) {
        made = source.get();
        ready = true;
      }
      return made;
    }
  }
}
