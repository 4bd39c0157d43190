package dev.mimokit.server.engine;

import java.util.List;

/** The connection was closed without a byte. */
record NoReply() implements Reply {

  @Override
  public int status() {
    return 0;
  }

  @Override
  public List<Header> headers() {
    return List.of();
  }

  @Override
  public byte[] body() {
    return new byte[0];
  }

  @Override
  public int weight() {
    return 0;
  }
}
