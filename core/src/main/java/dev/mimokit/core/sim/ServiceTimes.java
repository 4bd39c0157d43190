package dev.mimokit.core.sim;

import dev.mimokit.core.pace.Pacing;
import dev.mimokit.core.pace.Timetable;
import java.time.Duration;

/** Draws how long an admitted request is in flight. */
interface ServiceTimes {

  /** No service is longer: 10 years. */
  double LONGEST = Extent.LONGEST.toNanos();

  long nanos(long promptTokens, long outputTokens, Draws draws);

  static ServiceTimes of(Service service) {
    if (service instanceof Service.Fixed fixed) {
      long nanos = Math.min(Extent.LONGEST.toNanos(), fixed.time().toNanos());
      return (prompt, output, draws) -> nanos;
    }
    if (service instanceof Service.Exponential exponential) {
      double mean = exponential.mean().toNanos();
      return (prompt, output, draws) -> bounded(mean * draws.exponential());
    }
    if (service instanceof Service.Decode decode) {
      return decoding(decode);
    }
    if (service instanceof Service.Paced paced) {
      return (prompt, output, draws) -> paced(paced.pacing(), prompt, output, draws);
    }
    return (prompt, output, draws) -> 0;
  }

  private static ServiceTimes decoding(Service.Decode decode) {
    double ttft = decode.ttft().toNanos();
    double sigma = decode.sigma();
    double perToken = Duration.ofSeconds(1).toNanos() / decode.tokensPerSecond();
    if (sigma == 0) {
      return (prompt, output, draws) -> bounded(ttft + perToken * output);
    }
    return (prompt, output, draws) ->
        bounded(ttft * StrictMath.exp(sigma * draws.normal()) + perToken * output);
  }

  private static long paced(Pacing pacing, long prompt, long output, Draws draws) {
    Timetable timetable = pacing.timetable(prompt, draws.bits());
    return timetable.offsetNanos((int) Math.max(0, output - 1));
  }

  private static long bounded(double nanos) {
    return (long) Math.min(LONGEST, nanos);
  }
}
