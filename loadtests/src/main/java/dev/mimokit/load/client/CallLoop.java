package dev.mimokit.load.client;

import dev.mimokit.core.retry.Decision;
import dev.mimokit.core.retry.Refusal;
import dev.mimokit.core.retry.RetryBudget;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call: attempts one after another until an answer, a final refusal or the deadline. Its
 * monitor orders the transport's, the scheduler's and the caller's threads; what was told first
 * stays.
 */
final class CallLoop {

  private final MimoClient client;
  private final Attempt attempt;
  private final long startNanos;
  private final long deadlineNanos;
  private final CompletableFuture<Outcome> told = new CompletableFuture<>();

  private int attempts;
  private long previousDelayNanos;
  private Outcome.Failed last =
      new Outcome.Failed(
          Outcome.Failure.DEADLINE,
          Refusal.NO_RESPONSE,
          OptionalDouble.empty(),
          "",
          "the deadline passed before a response came");
  private @Nullable CompletableFuture<Reply> inFlight;
  private Scheduler.@Nullable Alarm alarm;

  CallLoop(MimoClient client, ChatCall call) {
    this.client = client;
    this.attempt =
        new Attempt(
            call.baseUrl() + "/chat/completions",
            call.apiKey(),
            RequestBody.of(call),
            call.stream());
    this.startNanos = client.scheduler().nanoTime();
    this.deadlineNanos = call.deadline().toNanos();
  }

  synchronized CompletableFuture<Outcome> start() {
    var unused = told.whenComplete((outcome, cancelled) -> stop());
    alarm = client.scheduler().schedule(deadlineNanos, this::deadlinePassed);
    send();
    return told;
  }

  private synchronized void send() {
    if (told.isDone()) {
      return;
    }
    attempts++;
    try {
      CompletableFuture<Reply> sent = client.transport().send(attempt);
      inFlight = sent;
      var unused = sent.whenComplete(this::ended);
    } catch (IllegalArgumentException e) {
      take(ReplyReader.unsendable(e));
    }
  }

  private void ended(@Nullable Reply reply, @Nullable Throwable error) {
    take(
        reply == null
            ? ReplyReader.noResponse(error == null ? new IllegalStateException("no reply") : error)
            : client.reader().read(reply, attempt.stream()));
  }

  private synchronized void take(Reading reading) {
    if (told.isDone()) {
      return;
    }
    if (reading instanceof Reading.Answer answer) {
      client.policy().budget().ifPresent(RetryBudget::earn);
      told.complete(new Outcome.Completed(answer.text()));
    } else if (reading instanceof Reading.Final end) {
      told.complete(end.failed());
    } else if (reading instanceof Reading.Refused refused) {
      last = refused.failed();
      follow(client.policy().after(refusal(refused), client.random()));
    }
  }

  private void follow(Decision decision) {
    if (decision instanceof Decision.Retry retry) {
      previousDelayNanos = retry.delayNanos();
      var unused = client.scheduler().schedule(retry.delayNanos(), this::send);
    } else {
      told.complete(last);
    }
  }

  private Refusal refusal(Reading.Refused refused) {
    long elapsed = Math.max(0, client.scheduler().nanoTime() - startNanos);
    return new Refusal(
        attempts,
        refused.status(),
        refused.quotaExhausted(),
        refused.retryAfterNanos(),
        previousDelayNanos,
        elapsed,
        deadlineNanos - elapsed);
  }

  private synchronized void deadlinePassed() {
    told.complete(last);
  }

  private synchronized void stop() {
    if (alarm != null) {
      alarm.cancel();
    }
    if (inFlight != null) {
      inFlight.cancel(true);
    }
  }
}
