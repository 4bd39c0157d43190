package dev.mimokit.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One request on a connection of its own, blocking. */
final class OneRequest {

  private static final int BUFFER = 64 << 10;

  private OneRequest() {}

  /** The body of the answer, which must be a 200. */
  static byte[] body(int port, byte[] request) throws IOException {
    AnswerReader answer = new AnswerReader();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      ByteBuffer question = ByteBuffer.wrap(request);
      while (question.hasRemaining()) {
        channel.write(question);
      }
      while (channel.read(buffer.clear()) >= 0) {
        if (answer.take(buffer.flip())) {
          return answer.body();
        }
      }
    }
    throw new IOException("the server closed the connection");
  }
}
