package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.server.account.ModelUse;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.exchange.Responder.Refusal;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts a checked call, asks the limiter for a permit, and hands the lease on. Thread-safe. */
final class Admitter {

  private final Responder responder;
  private final Narrator narrator;
  private final PromptLength promptLength;

  Admitter(PromptLength promptLength, Responder responder, Narrator narrator) {
    this.responder = responder;
    this.narrator = narrator;
    this.promptLength = promptLength;
  }

  void admit(Attempt attempt, Target target, Ask ask) {
    Usage.Prompt prompt = promptLength.of(ask);
    long context = target.spec().limits().context().value();
    long needed = prompt.tokens() + ask.bounds().maxTokens().orElse(1);
    if (needed > context) {
      responder.refuse(attempt, PlatformErrors.tooLong(needed, context));
      return;
    }
    ModelUse use = attempt.account().use(target.index());
    long reserved =
        prompt.tokens() + ask.bounds().maxTokens().orElseGet(() -> reservation(attempt, target));
    Admission admission = use.limiter().tryAcquire(attempt.arrivalNanos(), reserved);
    if (admission instanceof Lease lease) {
      attempt.recorder().admitted(attempt.arrivalNanos(), reserved);
      send(attempt, target, ask, new Holding(lease, attempt.recorder(), prompt));
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
            attempt.body().stream(),
            seconds.isPresent()
                ? Optional.of(Long.toString(seconds.getAsLong()))
                : Optional.empty()));
  }

  private void send(Attempt attempt, Target target, Ask ask, Holding holding) {
    try {
      narrator.send(attempt, target.spec(), ask, holding);
    } catch (RuntimeException broken) {
      holding.abort(attempt.arrivalNanos(), 0, 0);
      throw broken;
    }
  }
}
