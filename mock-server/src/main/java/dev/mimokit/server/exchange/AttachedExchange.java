package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.EventStream;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.engine.SendListener;
import java.util.List;
import java.util.Optional;

/** The same exchange with another path, and with {@code key} in the place of a key it brought. */
record AttachedExchange(Exchange inner, String path, Optional<String> key) implements Exchange {

  @Override
  public long sequence() {
    return inner.sequence();
  }

  @Override
  public long arrivalNanos() {
    return inner.arrivalNanos();
  }

  @Override
  public String method() {
    return inner.method();
  }

  @Override
  public String query() {
    return inner.query();
  }

  @Override
  public Optional<String> header(String name) {
    return name.equalsIgnoreCase("api-key") ? key : inner.header(name);
  }

  @Override
  public byte[] body() {
    return inner.body();
  }

  @Override
  public void answer(Answer answer, SendListener listener) {
    inner.answer(answer, listener);
  }

  @Override
  public void fail(Throwable broken) {
    inner.fail(broken);
  }

  @Override
  public void stream(int status, List<Header> headers, EventStream stream) {
    inner.stream(status, headers, stream);
  }
}
