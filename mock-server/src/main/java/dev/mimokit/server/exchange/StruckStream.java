package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.Ending;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.script.Fault;
import dev.mimokit.server.script.StreamPlan;
import java.nio.ByteBuffer;

/** A streamed answer to which a script does something. Called by one thread at a time. */
final class StruckStream implements EventStream {

  private final CallStream stream;
  private final StreamPlan plan;

  StruckStream(CallStream stream, StreamPlan plan) {
    this.stream = stream;
    this.plan = plan;
  }

  static Ending ending(Fault.Ending ending) {
    return switch (ending) {
      case COMPLETE, CLEAN -> Ending.COMPLETE;
      case CLOSE -> Ending.CLOSE;
      case RESET -> Ending.RESET;
    };
  }

  @Override
  public int count() {
    return plan.count();
  }

  @Override
  public Ending ending() {
    // A message of nothing cannot end cleanly.
    return plan.count() == 0 && plan.ending() == Fault.Ending.CLEAN
        ? Ending.CLOSE
        : ending(plan.ending());
  }

  @Override
  public ByteBuffer event(int index) {
    return plan.error(index)
        .map(stream::error)
        .or(() -> plan.bytes(index))
        .map(ByteBuffer::wrap)
        .orElseGet(() -> stream.event(index));
  }

  @Override
  public long dueNanos(int index) {
    long late = index == plan.count() ? plan.endDelayNanos() : plan.delayNanos(index);
    return stream.dueNanos(index) + late;
  }

  @Override
  public void sent(int index, long nanos) {
    stream.sent(index, nanos);
  }

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    boolean whole = completed && plan.ending() == Fault.Ending.COMPLETE;
    stream.ended(Math.min(sent, stream.count()), whole, nanos);
  }
}
