package dev.mimokit.load.agent;

import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.driver.DriverCall;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.InputStream;

/**
 * java.net.http behind Resilience4j's Retry, as a driver program. Its defaults repeat whatever is
 * thrown, 400 too. Recommended brings {@link RecommendedWait}.
 */
public final class Resilience4jAgent extends BlockingAgent {

  private final PlainHttp http = new PlainHttp();
  private final Retry retry;

  /** An agent that measures its calls with {@code clock}. */
  public Resilience4jAgent(Settings settings, NanoClock clock) {
    super(clock);
    retry =
        settings == Settings.DEFAULTS
            ? Retry.ofDefaults("mimo")
            : Retry.of("mimo", recommended(WallClock.system()));
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new Resilience4jAgent(Settings.of(arguments), NanoClock.system()));
  }

  private static RetryConfig recommended(WallClock clock) {
    return RetryConfig.<InputStream>custom()
        .maxAttempts(1 + Settings.RECOMMENDED_RETRIES)
        .retryOnException(RecommendedWait::passes)
        .intervalBiFunction((attempts, failure) -> waitMillis(attempts, failure, clock))
        .build();
  }

  private static long waitMillis(
      int attempts, Either<Throwable, InputStream> failure, WallClock clock) {
    long nanos = RecommendedWait.after(attempts, failure.getLeft(), clock).toNanos();
    return nanos / 1_000_000 + 1;
  }

  @Override
  void send(DriverCall call, StringBuilder text) throws Exception {
    PlainHttp.read(call, retry.executeCallable(() -> http.attempt(call)), text);
  }

  @Override
  Exposed exposed(Exception error) {
    return HttpRefusal.exposed(error);
  }
}
