package dev.mimokit.server.exchange;

import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.wire.PlatformError;

/** Answers every request with one error: paths that are not served, or not mocked yet. */
public record ErrorHandler(Platform platform, PlatformError error) implements Handler {

  @Override
  public void handle(Exchange exchange) {
    PlatformError formed = error.formedBy(platform.quirks().errors());
    exchange.answer(
        new Answer(
            formed.status(),
            platform.headers().error(Responder.crossOrigin(exchange)),
            formed.body(false)),
        (written, nanos) -> {});
  }
}
