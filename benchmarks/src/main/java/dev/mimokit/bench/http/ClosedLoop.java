package dev.mimokit.bench.http;

import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * One thread, many connections that are kept alive, one request under way on each: asks again as
 * soon as it is answered. Not thread-safe.
 *
 * <p>It never sleeps: to wake a sleeping client is part of what a server's write costs, so a slow
 * server, whose client sleeps before each answer, would pay for what a fast one, whose client has
 * always something to read, does not (OBSERVED on two virtual processors: 10 to 30 us an answer).
 */
final class ClosedLoop implements AutoCloseable {

  private static final int CONNECTIONS = 32;
  private static final int BUFFER = 64 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<byte[]> requests;
  private final NanoClock clock;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long answered;
  private boolean asking;
  private int waiting;
  private int turn;

  ClosedLoop(int port, List<byte[]> requests, NanoClock clock) throws IOException {
    this.requests = List.copyOf(requests);
    this.clock = clock;
    for (int i = 0; i < CONNECTIONS; i++) {
      connect(port);
    }
  }

  private void connect(int port) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, new AnswerReader());
  }

  /**
   * Asks for that long and waits for the last answers; how many there were.
   *
   * @throws IOException at the first answer that is not a 200, or when none comes for 5 s
   */
  long run(Duration span) throws IOException {
    long begin = clock.nanoTime();
    answered = 0;
    try {
      for (SelectionKey key : selector.keys()) {
        ask(key);
      }
      while (waiting > 0) {
        asking = clock.nanoTime() - begin < span.toNanos();
        read();
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return answered;
  }

  /** Reads what has come, and does not sleep until it comes. */
  private void read() throws IOException {
    long began = clock.nanoTime();
    while (selector.selectNow(this::read) == 0) {
      if (clock.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IOException("no answer for " + PATIENCE.toSeconds() + " s");
      }
      Thread.onSpinWait();
    }
  }

  private void ask(SelectionKey key) throws IOException {
    ByteBuffer request = ByteBuffer.wrap(requests.get(turn));
    turn = (turn + 1) % requests.size();
    ((SocketChannel) key.channel()).write(request);
    if (request.hasRemaining()) {
      throw new IOException("the socket did not take a request of " + request.limit() + " bytes");
    }
    waiting++;
  }

  private void read(SelectionKey key) {
    try {
      AnswerReader answer = (AnswerReader) key.attachment();
      if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
        throw new IOException("the server closed a connection");
      }
      if (answer.take(buffer.flip())) {
        answer.next();
        answered++;
        waiting--;
        if (asking) {
          ask(key);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
