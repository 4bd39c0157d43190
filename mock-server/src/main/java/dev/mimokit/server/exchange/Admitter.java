package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.pace.LoadGauge;
import dev.mimokit.core.pace.Pressure;
import dev.mimokit.server.account.ModelUse;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.quirk.BadRequests;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.store.Hold;
import dev.mimokit.server.store.Reception;
import dev.mimokit.server.store.Refusal;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts a checked call, asks for a permit, and goes on when the answer comes: at once where quotas
 * are kept in this process, else later, on the store's thread. Thread-safe.
 */
final class Admitter {

  private final Quirks quirks;
  private final LoadGauge gauge;
  private final Responder responder;
  private final Narrator narrator;
  private final PromptLength promptLength;
  private final Recollection recollection;

  Admitter(Platform platform, Responder responder, Narrator narrator) {
    this.quirks = platform.quirks();
    this.gauge = platform.gauge();
    this.responder = responder;
    this.narrator = narrator;
    this.promptLength =
        new PromptLength(platform.counters(), platform.quirks().implicitSystemTokens());
    this.recollection = new Recollection(platform, promptLength);
  }

  void admit(Attempt attempt, Target target, Ask ask) {
    Usage.Prompt prompt = promptLength.atAdmission(ask);
    long context = target.spec().limits().context().value();
    long needed = prompt.tokens() + ask.bounds().maxTokens().orElse(1);
    if (needed > context) {
      refuse(
          attempt,
          target,
          PlatformErrors.tooLong(needed, context).withStatus(quirks.contextOverflowStatus()));
      return;
    }
    ModelUse use = attempt.account().use(target.index());
    long reserved =
        prompt.tokens() + ask.bounds().maxTokens().orElseGet(() -> reservation(attempt, target));
    Optional<Pressure> pressure = gauge.enter();
    if (pressure.isEmpty()) {
      refuseForLoad(attempt, use);
      return;
    }
    use.gate()
        .tryAcquire(
            attempt.arrivalNanos(),
            reserved,
            new Reception() {
              @Override
              public void admitted(Hold hold) {
                attempt.recorder().admitted(attempt.arrivalNanos(), reserved);
                Usage.Prompt settled =
                    recollection.told(attempt, target, ask, promptLength.settled(ask, prompt));
                Holding holding =
                    new Holding(hold, attempt.recorder(), settled, chargesOf(ask), gauge);
                send(attempt, new Admitted(target.spec(), ask, pressure.get(), holding));
              }

              @Override
              public void rejected(Refusal refusal) {
                gauge.leave();
                reject(attempt, use, refusal);
              }

              @Override
              public void unavailable() {
                gauge.leave();
                responder.refuse(attempt, PlatformErrors.STORE_AWAY);
              }
            });
  }

  /** A 400 or its like. By default it never meets the limits; a switch counts it against them. */
  void refuse(Attempt attempt, Target target, PlatformError error) {
    if (quirks.judging().badRequests() == BadRequests.FREE) {
      responder.refuse(attempt, error);
      return;
    }
    ModelUse use = attempt.account().use(target.index());
    use.gate()
        .tryAcquire(
            attempt.arrivalNanos(),
            0,
            new Reception() {
              @Override
              public void admitted(Hold hold) {
                hold.cancel(attempt.arrivalNanos());
                responder.refuse(attempt, error);
              }

              @Override
              public void rejected(Refusal refusal) {
                reject(attempt, use, refusal);
              }

              @Override
              public void unavailable() {
                responder.refuse(attempt, PlatformErrors.STORE_AWAY);
              }
            });
  }

  /** Charges nothing: the limits of the account have no part in it. */
  private void refuseForLoad(Attempt attempt, ModelUse use) {
    use.countRefused(Cause.OVERLOAD);
    attempt
        .recorder()
        .rejected(attempt.arrivalNanos(), Set.of(Cause.OVERLOAD), OptionalLong.empty());
    responder.refuse(attempt, PlatformErrors.LIMITATION);
  }

  private Holding.Charges chargesOf(Ask ask) {
    return new Holding.Charges(
        quirks.ttsCharge() || !(ask.task() instanceof Task.Speak),
        quirks.caching().cachedTokensCharged());
  }

  private static long reservation(Attempt attempt, Target target) {
    return attempt
        .account()
        .profile()
        .completionReservation()
        .value()
        .tokens(target.spec().limits());
  }

  private void reject(Attempt attempt, ModelUse use, Refusal refusal) {
    long now = attempt.arrivalNanos();
    Set<Cause> causes =
        refusal.violated().stream().map(Cause::of).collect(Collectors.toUnmodifiableSet());
    causes.forEach(use::countRefused);
    attempt.recorder().rejected(now, causes, refusal.waitNanos());
    OptionalLong seconds =
        attempt.account().profile().retryAfter().value().seconds(refusal.waitNanos());
    responder.error(
        attempt.exchange(),
        attempt.recorder(),
        new Responder.Refusal(
            PlatformErrors.LIMITATION,
            attempt.body().stream(),
            seconds.isPresent()
                ? Optional.of(Long.toString(seconds.getAsLong()))
                : Optional.empty()));
  }

  /** The handler may have returned long ago, so that nobody else would hear of a failure. */
  private void send(Attempt attempt, Admitted admitted) {
    try {
      narrator.send(attempt, admitted);
    } catch (RuntimeException | Error broken) {
      admitted.holding().abort(attempt.arrivalNanos(), 0, 0);
      attempt.exchange().fail(broken);
    }
  }
}
