package dev.mimokit.server.engine;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;

/** A request whose body the lane has already read, as new for WireMock's servlet. */
final class Replay extends Request.Wrapper {

  private final Content.Source body;
  private final long length;

  Replay(Request request, byte[] body) {
    super(request);
    this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
    this.length = body.length;
  }

  @Override
  public Content.Chunk read() {
    return body.read();
  }

  @Override
  public void demand(Runnable callback) {
    body.demand(callback);
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public boolean consumeAvailable() {
    return true;
  }
}
