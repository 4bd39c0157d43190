package dev.mimokit.server.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A bare connection: says what it is told to, reads byte by byte. */
final class RawClient implements AutoCloseable {

  private final Socket socket;

  RawClient(Socket socket) {
    this.socket = socket;
  }

  static String post(String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: mock\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Everything up to and including {@code end}, or up to the end of the connection. */
  String readUntil(String end) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      seen.write(next);
      if (seen.toString(ISO_8859_1).endsWith(end)) {
        break;
      }
    }
    return seen.toString(ISO_8859_1);
  }

  String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
