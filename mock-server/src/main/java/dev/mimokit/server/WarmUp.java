package dev.mimokit.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Exercises a server over loopback, so that the first caller does not pay for compiling it: streams
 * and plain answers in turn, on one connection kept alive.
 */
record WarmUp(int port) {

  private static final int ROUNDS = 25;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final String PROMPT =
      "\"messages\":[{\"role\":\"user\",\"content\":\"Say a few words about rivers and lanterns.\"}]";

  void run() {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      for (int round = 0; round < ROUNDS; round++) {
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
