package dev.mimokit.bench.host;

import java.util.Locale;
import java.util.Optional;

/**
 * What others did on the machine during a measurement, in percent of all its processors' time.
 *
 * @param stealPercent taken by the hypervisor
 * @param foreignPercent used by processes that have no part in the measurement
 */
public record HostLoad(double stealPercent, double foreignPercent) {

  /**
   * Above this nothing is judged: figures measured under 12 to 35 % of steal were 1.5 to 3 times
   * worse (OBSERVED).
   */
  public static final double MOST_STEAL = 5;

  /** Above this nothing is judged: a tenth of the machine is a fifth of a core where it has two. */
  public static final double MOST_FOREIGN = 10;

  private static final double PERCENT = 100;

  static HostLoad of(CpuTimes machine, long ownTicks) {
    double total = Math.max(1, machine.total());
    long foreign = Math.max(0, machine.busy() - ownTicks);
    return new HostLoad(PERCENT * machine.steal() / total, PERCENT * foreign / total);
  }

  /** The higher of each. */
  public HostLoad worse(HostLoad other) {
    return new HostLoad(
        Math.max(stealPercent, other.stealPercent), Math.max(foreignPercent, other.foreignPercent));
  }

  /** Why nothing can be judged that was measured meanwhile; empty on a quiet machine. */
  public Optional<String> disturbance() {
    if (stealPercent > MOST_STEAL) {
      return Optional.of(
          String.format(Locale.ROOT, "steal %.1f %% is above %.0f %%", stealPercent, MOST_STEAL));
    }
    return foreignPercent > MOST_FOREIGN
        ? Optional.of(
            String.format(
                Locale.ROOT, "foreign CPU %.1f %% is above %.0f %%", foreignPercent, MOST_FOREIGN))
        : Optional.empty();
  }
}
