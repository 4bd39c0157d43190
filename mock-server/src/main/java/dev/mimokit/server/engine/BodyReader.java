package dev.mimokit.server.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads a request's body without blocking a thread. A body over the limit is read to its end but
 * not kept, so that the client gets to read the refusal. Used by one thread at a time.
 */
final class BodyReader implements Invocable.Task {

  /** Hears one of the three, once, on whichever thread read the last piece. */
  interface Receiver {

    void whole(byte[] body);

    void tooLarge();

    void failed(Throwable cause);
  }

  private static final int FIRST_BYTES = 8 << 10;
  private static final int LARGEST_PROMISE = 64 << 10;

  private final Request request;
  private final int limit;
  private final Receiver receiver;
  private byte[] bytes;
  private int count;
  private boolean overLimit;

  BodyReader(Request request, int limit, Receiver receiver) {
    this.request = request;
    this.limit = limit;
    this.receiver = receiver;
    this.bytes = new byte[firstSize(request.getLength())];
    this.overLimit = request.getLength() > limit;
  }

  /** The announced length is believed up to a point; it is only a promise. */
  private static int firstSize(long announced) {
    return announced < 0 ? FIRST_BYTES : (int) Math.min(announced, LARGEST_PROMISE);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public void run() {
    for (Content.Chunk chunk = request.read(); ; chunk = request.read()) {
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        receiver.failed(chunk.getFailure());
        return;
      }
      boolean last = chunk.isLast();
      keep(chunk.getByteBuffer());
      chunk.release();
      if (last) {
        finish();
        return;
      }
    }
  }

  private void keep(ByteBuffer piece) {
    int more = piece.remaining();
    overLimit |= more > limit - count;
    if (overLimit || more == 0) {
      return;
    }
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + more, 2 * bytes.length));
    }
    piece.get(bytes, count, more);
    count += more;
  }

  private void finish() {
    if (overLimit) {
      receiver.tooLarge();
    } else {
      receiver.whole(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
    }
  }
}
