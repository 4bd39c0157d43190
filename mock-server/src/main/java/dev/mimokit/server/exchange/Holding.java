package dev.mimokit.server.exchange;

import dev.mimokit.core.pace.LoadGauge;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.store.Hold;

/**
 * An admitted attempt's hold, journal and place in the server's load: it ends once, whatever else
 * is heard later.
 *
 * @param charges what counts against the limits
 */
record Holding(
    Hold hold, Recorder recorder, Usage.Prompt prompt, Charges charges, LoadGauge gauge) {

  /**
   * What counts against the limits, beside the new part of the prompt.
   *
   * @param answer whether the answer does
   * @param cached whether the part of the prompt that was known does
   */
  record Charges(boolean answer, boolean cached) {}

  /** The whole answer was sent. */
  void complete(long nanos, Usage usage) {
    if (hold.settle(nanos, charged(usage.completionTokens()))) {
      gauge.leave();
      recorder.completed(nanos, usage.prompt().tokens(), usage.completionTokens());
    }
  }

  /** The answer was broken off: what was sent is charged, and nothing when nothing was sent. */
  void abort(long nanos, int events, long completionTokens) {
    boolean first =
        events == 0 ? hold.cancel(nanos) : hold.settle(nanos, charged(completionTokens));
    if (first) {
      gauge.leave();
      recorder.aborted(nanos, events);
    }
  }

  private long charged(long completionTokens) {
    return prompt.tokens()
        - (charges.cached() ? 0 : prompt.cachedTokens())
        + (charges.answer() ? completionTokens : 0);
  }
}
