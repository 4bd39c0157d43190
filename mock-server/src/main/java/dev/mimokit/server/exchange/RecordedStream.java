package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Usage;
import dev.mimokit.server.content.Recording;
import dev.mimokit.server.content.Recording.Frame;
import dev.mimokit.server.engine.EventStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stream as it was once heard, at the times it was heard. What it says is not looked at: each
 * event is charged as one completion token (ASSUMED). Called by one thread at a time.
 */
final class RecordedStream implements EventStream {

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final int OK = 200;

  private final List<Frame> frames;
  private final long startNanos;
  private final Holding holding;

  RecordedStream(Recording recording, long startNanos, Holding holding) {
    this.frames = recording.frames();
    this.startNanos = startNanos;
    this.holding = holding;
  }

  @Override
  public int count() {
    return frames.size();
  }

  @Override
  public ByteBuffer event(int index) {
    Frame frame = frames.get(index);
    String name = frame.event().isEmpty() ? "" : "event: " + frame.event() + "\n";
    String data = frame.data().replace("\n", "\ndata: ");
    return ByteBuffer.wrap((name + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long dueNanos(int index) {
    return startNanos + frames.get(index).offsetMillis() * NANOS_PER_MILLI;
  }

  @Override
  public void sent(int index, long nanos) {
    if (index == 0) {
      holding.recorder().firstToken(nanos);
    }
  }

  @Override
  public void ended(int sent, boolean completed, long nanos) {
    if (completed) {
      holding.recorder().answered(nanos, OK, OptionalLong.empty());
      holding.complete(nanos, new Usage(holding.prompt(), sent, 0));
    } else {
      holding.abort(nanos, sent, sent);
    }
  }
}
