package dev.mimokit.bench.row;

import dev.mimokit.bench.host.HostLoad;
import java.util.Optional;

/**
 * One figure, with the machine's load beside it.
 *
 * @param name parts separated by slashes, from the suite to the figure
 * @param disturbance why the figure cannot be judged, such as other work of the host meanwhile;
 *     such a row is neither met nor not met
 */
public record Row(
    String name,
    Spread spread,
    String unit,
    Optional<Target> target,
    Optional<HostLoad> host,
    Optional<String> disturbance) {

  /** A figure without a target. */
  public static Row of(String name, Spread spread, String unit) {
    return new Row(name, spread, unit, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, to be judged. */
  public Row against(Target newTarget) {
    return new Row(name, spread, unit, Optional.of(newTarget), host, disturbance);
  }

  /** The same, measured while the machine was loaded so; may make it inconclusive. */
  public Row on(HostLoad load) {
    return new Row(name, spread, unit, target, Optional.of(load), load.disturbance());
  }

  /** The same, of which nothing can be said, and why. */
  public Row inconclusive(String why) {
    return new Row(name, spread, unit, target, host, Optional.of(why));
  }

  /** Whether the value meets the target; empty without a target and when inconclusive. */
  public Optional<Boolean> met() {
    return disturbance.isPresent()
        ? Optional.empty()
        : target.map(wanted -> wanted.metBy(spread.value()));
  }
}
