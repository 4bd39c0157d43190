package dev.mimokit.load.agent;

import dev.mimokit.core.retry.NamedPolicies;
import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.client.HttpTransport;
import dev.mimokit.load.client.MimoClient;
import dev.mimokit.load.client.TimerScheduler;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The reference client as a driver program. The argument, if any, names one of {@link
 * NamedPolicies}.
 */
public final class ReferenceAgent {

  private static final String REFERENCE = "reference";

  private ReferenceAgent() {}

  /** Speaks the driver protocol until standard input ends. */
  public static void main(String[] arguments) {
    String name = arguments.length == 0 ? REFERENCE : arguments[0];
    Optional<RetryPolicy> policy = NamedPolicies.find(name);
    if (arguments.length > 1 || policy.isEmpty()) {
      System.err.println(
          "expected one policy of "
              + String.join(", ", NamedPolicies.names())
              + ", found: "
              + String.join(" ", arguments));
      System.exit(2);
    } else {
      TimerScheduler timer = new TimerScheduler();
      HttpTransport transport = new HttpTransport();
      Supplier<MimoClient> maker =
          () ->
              new MimoClient(
                  transport,
                  timer,
                  NamedPolicies.forClient(name).orElseThrow(),
                  new Random(),
                  WallClock.system());
      DriverLoop.runAndExit(new MimoAgent(maker, timer));
    }
  }
}
