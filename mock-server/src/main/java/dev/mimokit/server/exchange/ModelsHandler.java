package dev.mimokit.server.exchange;

import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.wire.ModelList;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;

/** {@code GET /v1/models}: asks for a valid key, never limited (OBSERVED 2026-08-21). */
public final class ModelsHandler implements Handler {

  private final Platform platform;
  private final byte[] body;

  /** Serves one platform. */
  public ModelsHandler(Platform platform) {
    this.platform = platform;
    this.body = ModelList.body(platform.catalog().listing());
  }

  @Override
  public void handle(Exchange exchange) {
    boolean crossOrigin = Responder.crossOrigin(exchange);
    boolean refused = isRefused(Keys.of(exchange));
    Answer answer =
        refused
            ? new Answer(
                PlatformErrors.INVALID_KEY.status(),
                platform.headers().error(crossOrigin),
                PlatformErrors.INVALID_KEY.body(false))
            : new Answer(200, platform.headers().json(crossOrigin), body);
    exchange.answer(answer, (written, nanos) -> {});
  }

  /** Whoever cannot pay may still look. */
  private boolean isRefused(Optional<ApiKey> key) {
    Accounts.Found found = Keys.authenticate(key, platform.accounts());
    return found instanceof Accounts.Unknown
        || (found instanceof Accounts.Known known
            && key.flatMap(sent -> platform.till().refuse(sent, known.account().id()))
                .filter(PlatformErrors.INVALID_KEY::equals)
                .isPresent());
  }
}
