package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.journal.Cause;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.exchange.Recorder.Caller;
import dev.mimokit.server.exchange.Responder.Refusal;
import dev.mimokit.server.script.CallName;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A call in one dialect: parse, resolve, count, admit, synthesize, pace, settle. Only what is
 * admitted is charged: neither a wrong key nor a wrong request takes a permit. Thread-safe; all
 * time comes from the exchange and the platform's wall clock.
 */
public final class CallHandler implements Handler {

  private final Platform platform;
  private final Dialect dialect;
  private final Responder responder;
  private final Admitter admitter;

  /** Serves one platform in one dialect; all dialects share accounts, scripts and journal. */
  public CallHandler(Platform platform, Dialect dialect) {
    this.platform = platform;
    this.dialect = dialect;
    this.responder = new Responder(dialect, platform.headers(), platform.wall());
    this.admitter =
        new Admitter(
            new PromptLength(platform.estimator()), responder, new Narrator(platform, dialect));
  }

  @Override
  public void handle(Exchange exchange) {
    CallBody body = dialect.read(exchange.body());
    Optional<ApiKey> key = Keys.of(exchange);
    Accounts.Found found = Keys.authenticate(key, platform.accounts());
    String id = found instanceof Accounts.Known known ? known.account().id() : "";
    String call = CallName.of(exchange.header("x-job"), body.lastUserText());
    Recorder recorder = new Recorder(platform.journal(), exchange.sequence());
    recorder.received(exchange.arrivalNanos(), new Caller(key, id, call), body, exchange.body());
    if (found instanceof Accounts.Known known) {
      serve(new Attempt(exchange, recorder, known.account(), body, call));
    } else {
      boolean full = found instanceof Accounts.Full;
      PlatformError error = full ? PlatformErrors.FULL : PlatformErrors.INVALID_KEY;
      responder.error(exchange, recorder, error, body.stream());
    }
  }

  private void serve(Attempt attempt) {
    Optional<Step> step = platform.scripts().next(attempt.account().id(), attempt.call());
    if (step.isPresent()) {
      answerAsScripted(attempt, step.get());
      return;
    }
    String model = attempt.body().model();
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
      admitter.admit(attempt, new Target(index, spec), valid.ask());
    } else if (checked instanceof Checked.Refused refused) {
      responder.refuse(attempt, refused.error());
    }
  }

  private void answerAsScripted(Attempt attempt, Step step) {
    PlatformError body =
        step.error()
            .flatMap(PlatformErrors::named)
            .orElseGet(() -> PlatformErrors.of(step.status()));
    attempt.account().countScripted();
    attempt
        .recorder()
        .rejected(attempt.arrivalNanos(), Set.of(Cause.SCRIPTED), OptionalLong.empty());
    responder.error(
        attempt.exchange(),
        attempt.recorder(),
        new Refusal(body.withStatus(step.status()), attempt.body().stream(), step.retryAfter()));
  }
}
