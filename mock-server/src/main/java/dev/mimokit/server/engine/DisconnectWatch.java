package dev.mimokit.server.engine;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that an HTTP/1.1 client went away while its response is still being sent, even before the
 * first byte of it.
 *
 * <p>The problem: once the request is read, Jetty reads nothing from the connection until the
 * response is complete, so a FIN lies unseen and even the first write after it succeeds. The way
 * out: register our own interest in readable bytes on the end point, for as long as nobody else has
 * one.
 *
 * <pre>
 * readable, end of file or error   the client is gone (a half-close counts, as in Go's server)
 * readable, nothing there          wait again
 * readable, bytes                  the next request, early: keep them, watch no more
 * stop, before the last write      withdraw, so that Jetty finds the place free,
 *                                  and give the kept bytes back to the connection
 * </pre>
 *
 * Reading happens under the lock: after {@link #stop} no byte is taken any more, or the next
 * request would be lost. Never for HTTP/2, where Jetty itself tells of resets.
 */
final class DisconnectWatch implements Callback {

  private static final int EARLY_BYTES = 1024;

  private final Connection connection;
  private final EndPoint endPoint;
  private final Consumer<Throwable> gone;

  // Guarded by this.
  private boolean stopped;
  private ByteBuffer early = BufferUtil.EMPTY_BUFFER;

  DisconnectWatch(Request request, Consumer<Throwable> gone) {
    this.connection = request.getConnectionMetaData().getConnection();
    this.endPoint = connection.getEndPoint();
    this.gone = gone;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  synchronized void start() {
    if (!stopped) {
      endPoint.tryFillInterested(this);
    }
  }

  /** Before the last write: the connection must be as Jetty left it. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    ((AbstractEndPoint) endPoint).getFillInterest().onFail(new Withdrawn());
    if (early.hasRemaining() && connection instanceof Connection.UpgradeTo reader) {
      reader.onUpgradeTo(early);
    }
  }

  /** After a failure: the connection is lost anyway. */
  synchronized void abandon() {
    stopped = true;
  }

  /** Lets the close that follows be a reset: nothing that is under way is delivered. */
  void resetConnection() {
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException closedAlready) {
        endPoint.close(closedAlready);
      }
    }
  }

  void closeConnection() {
    endPoint.close();
  }

  @Override
  public void succeeded() {
    try {
      if (isAtEnd()) {
        gone.accept(new EofException("client closed the connection"));
      }
    } catch (Exception broken) {
      gone.accept(broken);
    }
  }

  private synchronized boolean isAtEnd() throws Exception {
    if (stopped) {
      return false;
    }
    ByteBuffer buffer = BufferUtil.allocate(EARLY_BYTES);
    int filled = endPoint.fill(buffer);
    if (filled == 0) {
      start();
    } else if (filled > 0) {
      early = buffer;
    }
    return filled < 0;
  }

  @Override
  public void failed(Throwable cause) {
    if (!(cause instanceof Withdrawn)) {
      gone.accept(cause);
    }
  }

  /** Our own withdrawal; costs no stack trace. */
  private static final class Withdrawn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Withdrawn() {
      super("watch withdrawn", null, false, false);
    }
  }
}
