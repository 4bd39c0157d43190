package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.exchange.Recorder.Caller;
import dev.mimokit.server.script.CallName;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;

/**
 * A call in one dialect: parse, resolve, count, admit, synthesize, pace, settle. Only what is
 * admitted is charged: neither a wrong key nor a wrong request takes a permit. Thread-safe; all
 * time comes from the exchange and the platform's wall clock.
 */
public final class CallHandler implements Handler {

  private final Platform platform;
  private final Dialect dialect;
  private final Responder responder;
  private final ScriptedHandler scripted;
  private final Admitter admitter;

  /** Serves one platform in one dialect; all dialects share accounts, scripts and journal. */
  public CallHandler(Platform platform, Dialect dialect) {
    Sender sender = new Sender(platform.wall());
    this.platform = platform;
    this.dialect = dialect;
    this.responder = new Responder(dialect, platform.headers(), platform.wall(), platform.quirks());
    this.scripted = new ScriptedHandler(platform, dialect, sender);
    this.admitter = new Admitter(platform, responder, new Narrator(platform, dialect, sender));
  }

  @Override
  public void handle(Exchange exchange) {
    CallBody body = dialect.read(exchange.body());
    Optional<ApiKey> key = Keys.of(exchange);
    Accounts.Found found = Keys.authenticate(key, platform.accounts());
    String id = found instanceof Accounts.Known known ? known.account().id() : "";
    String call = CallName.of(exchange.header("x-job"), body.lastUserText());
    Recorder recorder =
        new Recorder(
            platform.journal(),
            platform.meters().of(platform.models().resolve(body.model())),
            exchange.sequence(),
            exchange.arrivalNanos());
    recorder.received(new Caller(key, id, call, Claimed.by(exchange)), body, exchange.body());
    Optional<PlatformError> refused =
        found instanceof Accounts.Known && key.isPresent()
            ? platform.till().refuse(key.get(), id)
            : Optional.empty();
    if (refused.isPresent()) {
      responder.error(exchange, recorder, refused.get(), body.stream());
    } else if (found instanceof Accounts.Known known) {
      Step step =
          platform.scripts().next(id, call, exchange.arrivalNanos()).orElse(Unscripted.STEP);
      serve(new Attempt(exchange, recorder, known.account(), body, step));
    } else {
      boolean full = found instanceof Accounts.Full;
      PlatformError error = full ? PlatformErrors.FULL : PlatformErrors.INVALID_KEY;
      responder.error(exchange, recorder, error, body.stream());
    }
  }

  private void serve(Attempt attempt) {
    if (ScriptedHandler.takes(attempt.step())) {
      scripted.answer(attempt, attempt.step());
      return;
    }
    String model = platform.models().resolve(attempt.body().model());
    int index = platform.catalog().indexOf(model);
    if (index < 0) {
      responder.refuse(
          attempt,
          model.isEmpty() ? attempt.body().withoutModel() : PlatformErrors.unknownModel(model));
      return;
    }
    ModelSpec spec = platform.catalog().models().get(index);
    Checked checked = attempt.body().check(spec);
    if (checked instanceof Checked.Valid valid) {
      direct(attempt, new Target(index, spec), valid.ask());
    } else if (checked instanceof Checked.Refused refused) {
      admitter.refuse(attempt, new Target(index, spec), refused.error());
    }
  }

  /** What the call's own words want: moderation first, then directives to this server. */
  private void direct(Attempt attempt, Target target, Ask ask) {
    Optional<PlatformError> error = new Censor(platform.content(), platform.quirks()).refuse(ask);
    if (error.isPresent()) {
      admitter.refuse(attempt, target, error.get());
    } else {
      admitter.admit(attempt, target, ask);
    }
  }
}
