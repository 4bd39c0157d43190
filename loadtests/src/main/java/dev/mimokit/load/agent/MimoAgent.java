package dev.mimokit.load.agent;

import dev.mimokit.load.client.ChatCall;
import dev.mimokit.load.client.MimoClient;
import dev.mimokit.load.client.Outcome;
import dev.mimokit.load.client.Scheduler;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The reference client as an agent. */
public final class MimoAgent implements Agent {

  private static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();

  private final PerAccount<MimoClient> clients;
  private final Scheduler scheduler;

  /**
   * An agent of clients that {@code maker} makes, one for each account, so that what one account
   * meets costs no other its retries.
   *
   * @param scheduler measures the calls, and cancels those that are to be cancelled
   */
  public MimoAgent(Supplier<MimoClient> maker, Scheduler scheduler) {
    this.clients = new PerAccount<>(call -> maker.get());
    this.scheduler = scheduler;
  }

  @Override
  public void start(DriverCall call, Consumer<DriverAnswer> tell) {
    long startNanos = scheduler.nanoTime();
    CompletableFuture<Outcome> told = clients.of(call).call(chatCall(call));
    var unused = told.thenAccept(outcome -> tell.accept(answer(call, outcome, startNanos)));
    if (call.cancelMs() > 0) {
      var unusedAlarm =
          scheduler.schedule(
              Duration.ofMillis(call.cancelMs()).toNanos(),
              () -> {
                if (told.cancel(true)) {
                  tell.accept(DriverAnswer.cancelled(call));
                }
              });
    }
  }

  private static ChatCall chatCall(DriverCall call) {
    return new ChatCall(
        call.baseUrl(),
        call.apiKey(),
        call.model(),
        call.prompt(),
        call.stream(),
        Duration.ofMillis(Math.min(call.deadlineMs(), LONGEST_MILLIS)));
  }

  private DriverAnswer answer(DriverCall call, Outcome outcome, long startNanos) {
    long millis = (scheduler.nanoTime() - startNanos) / 1_000_000;
    if (outcome instanceof Outcome.Failed failed) {
      return new DriverAnswer(
          call.job(),
          false,
          failed.partialText(),
          !failed.partialText().isEmpty(),
          failed.failure().errorClass(),
          failed.status(),
          failed.retryAfterSeconds(),
          millis);
    }
    String text = ((Outcome.Completed) outcome).text();
    return new DriverAnswer(call.job(), true, text, false, "", 200, OptionalDouble.empty(), millis);
  }
}
