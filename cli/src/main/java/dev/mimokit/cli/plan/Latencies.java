package dev.mimokit.cli.plan;

import dev.mimokit.core.pace.Pacing;
import dev.mimokit.core.sim.Service;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * How long answers take.
 *
 * @param shown as an assumption says it
 * @param service by model
 */
record Latencies(String shown, Function<String, Service> service) {

  private static final double NANOS = 1e9;
  private static final double LONGEST_SECONDS = 1e6;

  /** As the mock paces its answers with {@code --latency documented}. */
  static final Latencies DOCUMENTED =
      new Latencies(
          "as long as the mock's documented pacing makes them (TTFT and tokens a second by model,"
              + " seen by third parties)",
          model -> new Service.Paced(Pacing.documented(model)));

  static final Latencies OFF = new Latencies("no time at all", model -> new Service.Instant());

  static Latencies of(String shown, Service service) {
    return new Latencies(shown, model -> service);
  }

  /** {@code off}, {@code documented} or a number of seconds. */
  static Latencies named(String name) {
    return switch (name) {
      case "off" -> OFF;
      case "documented" -> DOCUMENTED;
      default -> fixed(name);
    };
  }

  private static Latencies fixed(String text) {
    double seconds = number(text);
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException(
          "latency must be off, documented or seconds within 0..1000000: " + text);
    }
    return of(
        String.format(Locale.ROOT, "%s s each", text),
        new Service.Fixed(Duration.ofNanos(Math.round(seconds * NANOS))));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
