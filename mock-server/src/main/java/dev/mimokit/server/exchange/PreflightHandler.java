package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;

/** Answers a browser's preflight as the platform does: 200 and any origin. */
public record PreflightHandler(Platform platform) implements Handler {

  private static final byte[] NOTHING = new byte[0];

  @Override
  public void handle(Exchange exchange) {
    exchange.answer(
        new Answer(200, platform.headers().preflight(), NOTHING), (written, nanos) -> {});
  }
}
