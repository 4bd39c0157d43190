package dev.mimokit.load.agent;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A client that waits in the caller's thread: every call gets a thread of its own, which is
 * interrupted when its caller cancels the call and waits no longer. The deadline of a call is not
 * passed on, because the settings of these clients know timeouts of attempts only.
 */
abstract class BlockingAgent implements Agent {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final NanoClock clock;

  /** An agent that measures its calls with {@code clock}. */
  BlockingAgent(NanoClock clock) {
    this.clock = clock;
  }

  /**
   * Makes the call and appends what the client hands out to {@code text}, also when the call fails
   * later; throws whatever the client throws.
   */
  abstract void send(DriverCall call, StringBuilder text) throws Exception;

  /** What the caller learns from an error of {@link #send}. */
  abstract Exposed exposed(Exception error);

  @Override
  public final void start(DriverCall call, Consumer<DriverAnswer> tell) {
    if (call.cancelMs() == 0) {
      threads.execute(() -> tell.accept(answered(call)));
      return;
    }
    AtomicBoolean open = new AtomicBoolean(true);
    Future<?> running =
        threads.submit(
            () -> {
              DriverAnswer answer = answered(call);
              if (open.getAndSet(false)) {
                tell.accept(answer);
              }
            });
    CompletableFuture.delayedExecutor(call.cancelMs(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (open.getAndSet(false)) {
                running.cancel(true);
                tell.accept(DriverAnswer.cancelled(call));
              }
            });
  }

  private DriverAnswer answered(DriverCall call) {
    long startNanos = clock.nanoTime();
    StringBuilder text = new StringBuilder();
    try {
      send(call, text);
      return answer(call, text, "", Exposed.status(200), startNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(call, text, e, startNanos);
    } catch (Exception e) {
      return failed(call, text, e, startNanos);
    }
  }

  private DriverAnswer failed(DriverCall call, StringBuilder text, Exception e, long startNanos) {
    return answer(call, text, e.getClass().getSimpleName(), exposed(e), startNanos);
  }

  private DriverAnswer answer(
      DriverCall call, StringBuilder text, String errorClass, Exposed exposed, long startNanos) {
    boolean ok = errorClass.isEmpty();
    return new DriverAnswer(
        call.job(),
        ok,
        text.toString(),
        !ok && !text.isEmpty(),
        errorClass,
        exposed.status(),
        exposed.retryAfter(),
        (clock.nanoTime() - startNanos) / 1_000_000);
  }
}
