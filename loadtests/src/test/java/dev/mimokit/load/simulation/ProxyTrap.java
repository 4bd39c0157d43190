package dev.mimokit.load.simulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Poses as the web proxy of a JVM and counts who comes: the JDK's HTTP clients go through it to
 * every host but this one.
 */
final class ProxyTrap implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger visits = new AtomicInteger();

  ProxyTrap() throws IOException {
    Thread thread = new Thread(this::count, "proxy-trap");
    thread.setDaemon(true);
    thread.start();
  }

  private void count() {
    try {
      while (true) {
        socket.accept().close();
        visits.incrementAndGet();
      }
    } catch (SocketException e) {
      // Closed: the test is over.
      assert socket.isClosed();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> flags() {
    return List.of(
        "-Dhttp.proxyHost=127.0.0.1",
        "-Dhttp.proxyPort=" + socket.getLocalPort(),
        "-Dhttps.proxyHost=127.0.0.1",
        "-Dhttps.proxyPort=" + socket.getLocalPort());
  }

  int visits() {
    return visits.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
