package dev.mimokit.server.engine;

import java.util.List;

/**
 * A whole response: status, headers in order, body. The engine adds Content-Length; everything else
 * is the caller's. The body is not copied and must not be changed afterwards.
 */
public final class Answer {

  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  /** Copies the header list, keeps the body as it is. */
  public Answer(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers in the order they are sent. */
  public List<Header> headers() {
    return headers;
  }

  /** The body itself, not a copy. */
  public byte[] body() {
    return body;
  }
}
