package dev.mimokit.server;

import dev.mimokit.core.tokens.TokenMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Exercises a server over loopback, so that the first caller does not pay for compiling it: streams
 * and plain answers in turn, on one connection kept alive.
 *
 * <p>The server is one of its own that is thrown away, so that nothing has to be undone in those
 * that stay: no limit, journal, number or stub of theirs has been touched. What is compiled stays
 * compiled, so a JVM warms up once.
 */
record WarmUp(int port) {

  /** Enough to compile what streams are paced by. */
  private static final int ROUNDS = 25;

  /** Enough to load what a call needs. */
  private static final int LOADING = 1;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final String PROMPT =
      "\"messages\":[{\"role\":\"user\",\"content\":\"Say a few words about rivers and lanterns.\"}]";

  /** The one of this JVM, begun when this is first looked at. */
  private static final class Once {

    static final CompletableFuture<Void> DONE = exercised(ROUNDS);
  }

  /** Begins it, unless it has begun. */
  static void begin() {
    var unused = Once.DONE;
  }

  /**
   * Returns when it is done, and begins it before if need be.
   *
   * @throws IllegalStateException when it failed
   */
  static void await() {
    try {
      Once.DONE.join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("warm-up failed: " + failed.getCause(), failed);
    }
  }

  /** Loads classes only. Nobody has to wait for it: who needs a class finds it or loads it. */
  static void load() {
    var unused = exercised(LOADING);
  }

  private static CompletableFuture<Void> exercised(int rounds) {
    return CompletableFuture.runAsync(
        () -> {
          try (MimoServer server =
              MimoServer.start(ServerOptions.defaults().counting(TokenMode.ESTIMATE))) {
            new WarmUp(server.port()).run(rounds);
          }
        },
        WarmUp::aside);
  }

  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "mimokit-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(int rounds) {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      for (int round = 0; round < rounds; round++) {
        exchange(socket, request(true), "0\r\n\r\n");
        exchange(socket, request(false), "}}");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("warm-up over loopback failed", e);
    }
  }

  private static byte[] request(boolean stream) {
    String body =
        "{\"model\":\"mimo-v2.5-pro\",\"max_completion_tokens\":40,\"stream\":"
            + stream
            + ","
            + PROMPT
            + "}";
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\napi-key: sk-warm-up\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static void exchange(Socket socket, byte[] request, String end) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    String tail = "";
    while (!tail.endsWith(end)) {
      int read = in.read(buffer);
      if (read < 0) {
        throw new IOException("connection closed");
      }
      String text = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      tail = text.substring(Math.max(0, text.length() - end.length()));
    }
  }
}
