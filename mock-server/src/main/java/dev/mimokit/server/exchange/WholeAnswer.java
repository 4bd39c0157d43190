package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Usage;
import dev.mimokit.server.engine.EventStream;
import java.util.OptionalLong;

/** A plain answer that leaves when its last token would have: one event, the whole body. */
final class WholeAnswer implements EventStream {

  private static final int OK = 200;

  private final byte[] body;
  private final long dueNanos;
  private final Usage usage;
  private final Holding holding;

  WholeAnswer(byte[] body, long dueNanos, Usage usage, Holding holding) {
    this.body = body;
    this.dueNanos = dueNanos;
    this.usage = usage;
    this.holding = holding;
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public byte[] event(int index) {
    return body;
  }

  @Override
  public long dueNanos(int index) {
    return dueNanos;
  }

  @Override
  public void sent(int index, long nanos) {}

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    if (completed) {
      holding.recorder().answered(nanos, OK, OptionalLong.empty());
      holding.complete(nanos, usage);
    } else {
      holding.abort(nanos, 0, 0);
    }
  }
}
