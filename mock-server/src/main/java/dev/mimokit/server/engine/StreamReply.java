package dev.mimokit.server.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A paced stream. Its events are not kept; how many were sent is told when it is over. Written by
 * the stream, read by anyone.
 */
final class StreamReply implements Reply {

  private final int status;
  private final List<Header> headers;
  private final int count;
  private volatile String progress = "running";

  StreamReply(int status, List<Header> headers, int count) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.count = count;
  }

  /** Whether the connection is broken without a byte. */
  boolean isNothing() {
    return count == 0;
  }

  void ended(int sent, boolean complete) {
    progress = sent + " of " + count + " events sent" + (complete ? "" : ", cut off");
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public List<Header> headers() {
    return headers;
  }

  /** A comment in the event stream's own syntax. */
  @Override
  public byte[] body() {
    return (": " + progress + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int weight() {
    return 0;
  }
}
