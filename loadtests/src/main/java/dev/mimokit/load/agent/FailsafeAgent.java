package dev.mimokit.load.agent;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.driver.DriverCall;
import java.io.InputStream;

/**
 * java.net.http behind Failsafe's RetryPolicy, as a driver program. Its defaults repeat whatever is
 * thrown, without a wait. Recommended brings {@link RecommendedWait}.
 */
public final class FailsafeAgent extends BlockingAgent {

  private final PlainHttp http = new PlainHttp();
  private final FailsafeExecutor<InputStream> retrying;

  /** An agent that measures its calls with {@code clock}. */
  public FailsafeAgent(Settings settings, NanoClock clock) {
    super(clock);
    retrying =
        Failsafe.with(
            settings == Settings.DEFAULTS
                ? RetryPolicy.<InputStream>ofDefaults()
                : recommended(WallClock.system()));
  }

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    DriverLoop.runAndExit(new FailsafeAgent(Settings.of(arguments), NanoClock.system()));
  }

  private static RetryPolicy<InputStream> recommended(WallClock clock) {
    return RetryPolicy.<InputStream>builder()
        .withMaxRetries(Settings.RECOMMENDED_RETRIES)
        .handleIf((body, error) -> RecommendedWait.passes(error))
        .withDelayFn(
            context ->
                RecommendedWait.after(context.getAttemptCount(), context.getLastException(), clock))
        .build();
  }

  @Override
  void send(DriverCall call, StringBuilder text) throws Exception {
    try {
      PlainHttp.read(call, retrying.get(() -> http.attempt(call)), text);
    } catch (FailsafeException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  Exposed exposed(Exception error) {
    return HttpRefusal.exposed(error);
  }
}
