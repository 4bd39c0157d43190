package dev.mimokit.load.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where a client finds the mock: the mock's own port, or one of its own that refuses connections at
 * first and then passes every byte on. A door of its own is closed with all that goes through it.
 */
final class MockDoor implements AutoCloseable {

  private static final int BACKLOG = 256;
  private static final int BUFFER = 16 * 1024;

  private final URI outside;
  private final URI mock;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  private MockDoor(URI outside, URI mock) {
    this.outside = outside;
    this.mock = mock;
  }

  /**
   * The door of {@code mock}.
   *
   * @param closedMillis how long it refuses connections; 0 for the mock's own
   */
  static MockDoor of(URI mock, long closedMillis) throws IOException {
    if (closedMillis == 0) {
      return new MockDoor(mock, mock);
    }
    int port = freePort();
    MockDoor door = new MockDoor(URI.create("http://127.0.0.1:" + port), mock);
    door.start(() -> door.openAfter(port, closedMillis));
    return door;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Base URL of the OpenAI-compatible surface behind it. */
  String baseUrl() {
    return outside + "/v1";
  }

  private void start(Runnable task) {
    Thread thread = new Thread(task, "mock-door");
    thread.setDaemon(true);
    thread.start();
  }

  private void openAfter(int port, long closedMillis) {
    try {
      if (closed.await(closedMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
      ServerSocket server = new ServerSocket();
      keep(server);
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      while (closed.getCount() > 0) {
        let(server.accept());
      }
    } catch (IOException e) {
      // Closed, or the port was taken meanwhile: then the client never gets through.
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void let(Socket client) throws IOException {
    keep(client);
    Socket server = new Socket(mock.getHost(), mock.getPort());
    keep(server);
    start(() -> pass(client, server));
    start(() -> pass(server, client));
  }

  private void keep(AutoCloseable socket) {
    open.add(socket);
    if (closed.getCount() == 0) {
      quietly(socket);
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One side has gone; closing both tells the other.
      return;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    open.forEach(MockDoor::quietly);
  }

  private static void quietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // It is closed.
      return;
    }
  }
}
