package dev.mimokit.bench.stream;

import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Holds all streams of a shape on one thread: the caller's. Each stream has a connection of its
 * own; the instant of an arrival is read after each read, so that an event that waits for its turn
 * counts as late.
 */
final class StreamClient implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int BUFFER = 64 << 10;
  private static final String BODY =
      "{\"model\":\"mimo-v2.5-pro\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":"
          + "\"Count the boats on the river until the lanterns are lit.\"}]}";

  private final StreamShape shape;
  private final int port;
  private final NanoClock clock;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Punctuality punctuality = new Punctuality();
  private int over;

  StreamClient(StreamShape shape, int port, NanoClock clock) throws IOException {
    this.shape = shape;
    this.port = port;
    this.clock = clock;
  }

  private record Open(StreamTrack track, EventScanner scanner) {}

  /**
   * Begins all streams, each at its time, and reads until all are over or long overdue. A stream
   * that the server refuses or breaks off is counted, and nothing else happens.
   */
  Punctuality run() throws IOException {
    long begin = clock.nanoTime();
    long patience = shape.length().plus(GRACE).toNanos();
    int begun = 0;
    while (over < shape.streams() && clock.nanoTime() - begin < patience) {
      while (begun < shape.streams() && clock.nanoTime() - begin >= shape.beginNanos(begun)) {
        connect();
        begun++;
      }
      select(
          begun < shape.streams()
              ? begin + shape.beginNanos(begun) - clock.nanoTime()
              : TimeUnit.SECONDS.toNanos(1));
    }
    selector.keys().forEach(this::cut);
    return punctuality;
  }

  private void cut(SelectionKey key) {
    if (key.isValid()) {
      ((Open) key.attachment()).track().cut();
      punctuality.failed("not over " + GRACE.toSeconds() + " s after its last event was due");
    }
  }

  private void select(long waitNanos) throws IOException {
    long millis = TimeUnit.NANOSECONDS.toMillis(waitNanos);
    if (millis > 0) {
      selector.select(this::ready, millis);
    } else {
      selector.selectNow(this::ready);
    }
  }

  private void connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Open open = new Open(new StreamTrack(shape, punctuality), new EventScanner());
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, open);
    if (channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      ask(key);
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isConnectable()) {
        if (((SocketChannel) key.channel()).finishConnect()) {
          ask(key);
        }
      } else {
        read(key);
      }
    } catch (IOException e) {
      punctuality.failed(String.valueOf(e.getMessage()));
      ((Open) key.attachment()).track().cut();
      over(key);
    }
  }

  private void ask(SelectionKey key) throws IOException {
    Open open = (Open) key.attachment();
    ByteBuffer request = ByteBuffer.wrap(request());
    open.track().begin(clock.nanoTime());
    ((SocketChannel) key.channel()).write(request);
    if (request.hasRemaining()) {
      throw new IOException("the socket did not take a request of " + request.limit() + " bytes");
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  private static byte[] request() {
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sk-bench.1"
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n";
    return (head + BODY).getBytes(StandardCharsets.US_ASCII);
  }

  private void read(SelectionKey key) throws IOException {
    Open open = (Open) key.attachment();
    buffer.clear();
    int read = ((SocketChannel) key.channel()).read(buffer);
    long now = clock.nanoTime();
    if (read < 0) {
      throw new IOException("the server closed the connection");
    }
    open.track().arrive(now, open.scanner().scan(buffer.flip()));
    if (!open.scanner().accepted()) {
      throw new IOException("expected a 200, got " + open.scanner().head());
    }
    if (open.scanner().ended()) {
      open.track().end();
      over(key);
    }
  }

  private void over(SelectionKey key) {
    over++;
    try {
      key.channel().close();
    } catch (IOException e) {
      // It is closed for us all the same.
      key.cancel();
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
