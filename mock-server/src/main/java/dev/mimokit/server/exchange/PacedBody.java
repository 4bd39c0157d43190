package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.Ending;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.engine.SendListener;
import java.nio.ByteBuffer;

/**
 * A body that leaves later than the handler returns, or not whole: a plain answer when its last
 * token would have come, or what a script makes of it. Its length is announced beforehand.
 */
final class PacedBody implements EventStream {

  private final byte[] bytes;
  private final long dueNanos;
  private final Ending ending;
  private final boolean headed;
  private final SendListener listener;

  private PacedBody(
      byte[] bytes, long dueNanos, Ending ending, boolean headed, SendListener listener) {
    this.bytes = bytes;
    this.dueNanos = dueNanos;
    this.ending = ending;
    this.headed = headed;
    this.listener = listener;
  }

  /** The whole body at its time. */
  static PacedBody whole(byte[] bytes, long dueNanos, SendListener listener) {
    return new PacedBody(bytes, dueNanos, Ending.COMPLETE, true, listener);
  }

  /** The first part of a body, then the end of the connection. */
  static PacedBody broken(byte[] bytes, long dueNanos, Ending ending, SendListener listener) {
    return new PacedBody(bytes, dueNanos, ending, true, listener);
  }

  /** The end of the connection without a byte. */
  static PacedBody nothing(long dueNanos, Ending ending, SendListener listener) {
    return new PacedBody(new byte[0], dueNanos, ending, false, listener);
  }

  @Override
  public int count() {
    return headed ? 1 : 0;
  }

  @Override
  public Ending ending() {
    return ending;
  }

  @Override
  public ByteBuffer event(int index) {
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public long dueNanos(int index) {
    return dueNanos;
  }

  @Override
  public void sent(int index, long nanos) {}

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    listener.ended(completed, nanos);
  }
}
