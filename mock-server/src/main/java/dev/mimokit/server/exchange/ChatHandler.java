package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.account.ApiKey;
import dev.mimokit.server.account.ModelUse;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Handler;
import dev.mimokit.server.exchange.Recorder.Caller;
import dev.mimokit.server.exchange.Responder.Refusal;
import dev.mimokit.server.script.CallName;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.wire.ChatBody;
import dev.mimokit.server.wire.ChatRequest;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code POST /v1/chat/completions}: parse, resolve, count, admit, synthesize, pace, settle. Only
 * what is admitted is charged: neither a wrong key nor a wrong request takes a permit. Thread-safe;
 * all time comes from the exchange and the platform's wall clock.
 */
public final class ChatHandler implements Handler {

  private final Platform platform;
  private final Responder responder;
  private final PromptLength promptLength;
  private final Narrator narrator;

  /** Serves one platform. */
  public ChatHandler(Platform platform) {
    this.platform = platform;
    this.responder = new Responder(platform.headers(), platform.wall());
    this.promptLength = new PromptLength(platform.estimator());
    this.narrator = new Narrator(platform);
  }

  @Override
  public void handle(Exchange exchange) {
    ChatBody chat = ChatBody.read(exchange.body());
    Optional<ApiKey> key = Keys.of(exchange);
    Accounts.Found found = Keys.authenticate(key, platform.accounts());
    String id = found instanceof Accounts.Known known ? known.account().id() : "";
    String call = CallName.of(exchange.header("x-job"), chat.lastUserText());
    Recorder recorder = new Recorder(platform.journal(), exchange.sequence());
    recorder.received(exchange.arrivalNanos(), new Caller(key, id, call), chat, exchange.body());
    if (found instanceof Accounts.Known known) {
      serve(new Attempt(exchange, recorder, known.account(), chat, call));
    } else {
      boolean full = found instanceof Accounts.Full;
      PlatformError error = full ? PlatformErrors.FULL : PlatformErrors.INVALID_KEY;
      responder.error(exchange, recorder, error, chat.stream());
    }
  }

  private void serve(Attempt attempt) {
    Optional<Step> step = platform.scripts().next(attempt.account().id(), attempt.call());
    if (step.isPresent()) {
      answerAsScripted(attempt, step.get());
      return;
    }
    String model = attempt.chat().model();
    int index = platform.catalog().indexOf(model);
    if (index < 0) {
      refuse(
          attempt,
          model.isEmpty() ? attempt.chat().withoutModel() : PlatformErrors.unknownModel(model));
      return;
    }
    ModelSpec spec = platform.catalog().models().get(index);
    Checked checked = attempt.chat().check(spec);
    if (checked instanceof ChatRequest request) {
      admit(attempt, new Target(index, spec), request);
    } else if (checked instanceof PlatformError error) {
      refuse(attempt, error);
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
        new Refusal(body.withStatus(step.status()), attempt.chat().stream(), step.retryAfter()));
  }

  private void refuse(Attempt attempt, PlatformError error) {
    responder.error(attempt.exchange(), attempt.recorder(), error, attempt.chat().stream());
  }

  private void admit(Attempt attempt, Target target, ChatRequest request) {
    long prompt = promptLength.tokens(request);
    long context = target.spec().limits().context().value();
    long needed = prompt + request.maxTokens().orElse(1);
    if (needed > context) {
      refuse(attempt, PlatformErrors.tooLong(needed, context));
      return;
    }
    ModelUse use = attempt.account().use(target.index());
    long reserved = prompt + request.maxTokens().orElseGet(() -> reservation(attempt, target));
    Admission admission = use.limiter().tryAcquire(attempt.arrivalNanos(), reserved);
    if (admission instanceof Lease lease) {
      attempt.recorder().admitted(attempt.arrivalNanos(), reserved);
      send(attempt, target, request, new Holding(lease, attempt.recorder(), prompt));
    } else if (admission instanceof Rejected rejected) {
      reject(attempt, use, rejected);
    }
  }

  private static long reservation(Attempt attempt, Target target) {
    return attempt
        .account()
        .profile()
        .completionReservation()
        .value()
        .tokens(target.spec().limits());
  }

  private void reject(Attempt attempt, ModelUse use, Rejected rejected) {
    long now = attempt.arrivalNanos();
    Set<Cause> causes =
        rejected.violated().stream().map(Cause::of).collect(Collectors.toUnmodifiableSet());
    causes.forEach(use::countRefused);
    OptionalLong wait =
        rejected.hasRetryAfter()
            ? OptionalLong.of(Math.max(0, rejected.retryAfterNanos(now)))
            : OptionalLong.empty();
    attempt.recorder().rejected(now, causes, wait);
    OptionalLong seconds = attempt.account().profile().retryAfter().value().seconds(rejected, now);
    responder.error(
        attempt.exchange(),
        attempt.recorder(),
        new Refusal(
            PlatformErrors.LIMITATION,
            attempt.chat().stream(),
            seconds.isPresent()
                ? Optional.of(Long.toString(seconds.getAsLong()))
                : Optional.empty()));
  }

  private void send(Attempt attempt, Target target, ChatRequest request, Holding holding) {
    try {
      narrator.send(attempt, target.spec(), request, holding);
    } catch (RuntimeException broken) {
      holding.abort(attempt.arrivalNanos(), 0, 0);
      throw broken;
    }
  }

  private record Target(int index, ModelSpec spec) {}
}
