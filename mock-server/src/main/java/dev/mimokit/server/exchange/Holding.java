package dev.mimokit.server.exchange;

import dev.mimokit.core.quota.Lease;
import dev.mimokit.server.call.Usage;

/** An admitted attempt's lease and journal: it ends once, whatever else is heard later. */
record Holding(Lease lease, Recorder recorder, Usage.Prompt prompt) {

  /** The whole answer was sent. */
  void complete(long nanos, Usage usage) {
    if (lease.settle(nanos, usage.totalTokens())) {
      recorder.completed(nanos, usage.prompt().tokens(), usage.completionTokens());
    }
  }

  /** The client left: what was sent is charged, and nothing when nothing was sent. */
  void abort(long nanos, int events, long completionTokens) {
    boolean first =
        events == 0 ? lease.cancel(nanos) : lease.settle(nanos, prompt.tokens() + completionTokens);
    if (first) {
      recorder.aborted(nanos, events);
    }
  }
}
