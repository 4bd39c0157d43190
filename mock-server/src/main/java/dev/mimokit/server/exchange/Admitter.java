package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.pace.LoadGauge;
import dev.mimokit.core.pace.Pressure;
import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.server.account.ModelUse;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.exchange.Responder.Refusal;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts a checked call, asks the limiter for a permit, and hands the lease on. Thread-safe. */
final class Admitter {

  private final Quirks quirks;
  private final LoadGauge gauge;
  private final Responder responder;
  private final Narrator narrator;
  private final PromptLength promptLength;

  Admitter(Platform platform, Responder responder, Narrator narrator) {
    this.quirks = platform.quirks();
    this.gauge = platform.gauge();
    this.responder = responder;
    this.narrator = narrator;
    this.promptLength =
        new PromptLength(platform.counters(), platform.quirks().implicitSystemTokens());
  }

  void admit(Attempt attempt, Target target, Ask ask) {
    Usage.Prompt prompt = promptLength.atAdmission(ask);
    long context = target.spec().limits().context().value();
    long needed = prompt.tokens() + ask.bounds().maxTokens().orElse(1);
    if (needed > context) {
      responder.refuse(
          attempt,
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
    Admission admission = use.limiter().tryAcquire(attempt.arrivalNanos(), reserved);
    if (admission instanceof Lease lease) {
      attempt.recorder().admitted(attempt.arrivalNanos(), reserved);
      Usage.Prompt settled = promptLength.settled(ask, prompt);
      Holding holding = new Holding(lease, attempt.recorder(), settled, answerCharged(ask), gauge);
      send(attempt, new Admitted(target.spec(), ask, pressure.get(), holding));
    } else if (admission instanceof Rejected rejected) {
      gauge.leave();
      reject(attempt, use, rejected);
    }
  }

  /** Charges nothing: the limits of the account have no part in it. */
  private void refuseForLoad(Attempt attempt, ModelUse use) {
    use.countRefused(Cause.OVERLOAD);
    attempt
        .recorder()
        .rejected(attempt.arrivalNanos(), Set.of(Cause.OVERLOAD), OptionalLong.empty());
    responder.refuse(attempt, PlatformErrors.LIMITATION);
  }

  private boolean answerCharged(Ask ask) {
    return quirks.ttsCharge() || !(ask.task() instanceof Task.Speak);
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

  private void send(Attempt attempt, Admitted admitted) {
    try {
      narrator.send(attempt, admitted);
    } catch (RuntimeException broken) {
      admitted.holding().abort(attempt.arrivalNanos(), 0, 0);
      throw broken;
    }
  }
}
