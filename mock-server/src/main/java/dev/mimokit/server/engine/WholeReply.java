package dev.mimokit.server.engine;

import java.util.List;

/** A whole answer; shares its body. */
record WholeReply(Answer answer) implements Reply {

  @Override
  public int status() {
    return answer.status();
  }

  @Override
  public List<Header> headers() {
    return answer.headers();
  }

  @Override
  public byte[] body() {
    return answer.body();
  }

  @Override
  public int weight() {
    return answer.body().length;
  }
}
