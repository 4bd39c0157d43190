package dev.mimokit.load.agent;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.client.ChatCall;
import dev.mimokit.load.client.MimoClient;
import dev.mimokit.load.client.Outcome;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The reference client as an agent. */
public final class MimoAgent implements Agent {

  private static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();

  private final MimoClient client;
  private final NanoClock clock;

  /** An agent of {@code client}, which measures its calls with {@code clock}. */
  public MimoAgent(MimoClient client, NanoClock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public void start(DriverCall call, Consumer<DriverAnswer> tell) {
    long startNanos = clock.nanoTime();
    var unused =
        client
            .call(chatCall(call))
            .thenAccept(outcome -> tell.accept(answer(call, outcome, startNanos)));
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
    long millis = (clock.nanoTime() - startNanos) / 1_000_000;
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
