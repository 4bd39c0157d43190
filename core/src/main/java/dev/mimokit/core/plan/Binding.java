package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.sim.Cause;
import java.util.Map;
import java.util.Optional;

/**
 * Which limit binds, told twice: by who refused, and by what changes without it.
 *
 * @param refusalShares each cause's share of refused attempts; zeros when nothing was refused
 * @param waitShares each cause's share of the time spent waiting; zeros when nobody waited
 * @param removed what the same replications come to with one limit removed
 * @param limit the one whose removal helps most; empty when none does
 */
public record Binding(
    Map<Cause, Double> refusalShares,
    Map<Cause, Double> waitShares,
    Map<Limit, Removed> removed,
    Optional<Limit> limit) {

  /**
   * The scenario without one limit.
   *
   * @param relief how much less was waited, refused and given up, in [0, 1]: the share of the pain
   *     that went away; negative when it grew
   */
  public record Removed(
      Estimate waitP99Seconds,
      Estimate meanWaitSeconds,
      Estimate firstRefusedShare,
      Estimate givenUpShare,
      double relief) {}

  /** Copies the maps. */
  public Binding {
    refusalShares = Map.copyOf(refusalShares);
    waitShares = Map.copyOf(waitShares);
    removed = Map.copyOf(removed);
  }
}
