package dev.mimokit.core.plan;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.sim.Cause;
import dev.mimokit.core.sim.Measured;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which limit binds, told twice: by who refused or kept waiting, and by what changes without it.
 *
 * @param refusalShares each cause's share of refused attempts; zeros when nothing was refused
 * @param waitShares each cause's share of the time spent waiting; zeros when nobody waited
 * @param removed what the same replications come to with one limit removed; empty when that was not
 *     asked for, or nothing was felt of any limit
 * @param limit the one whose removal helps most, or, where that was not asked for, the one with the
 *     largest share; empty when none does
 */
public record Binding(
    Map<Cause, Double> refusalShares,
    Map<Cause, Double> waitShares,
    Map<Limit, Removed> removed,
    Optional<Limit> limit) {

  /** Relief below this is not called binding. */
  private static final double LEAST_RELIEF = 0.01;

  /**
   * The scenario without one limit.
   *
   * @param relief how much less was waited, refused at first and given up: the mean of these three
   *     shares, of those that there were; 1 when all is gone, negative when it grew
   */
  public record Removed(
      Estimate waitP99Seconds,
      Estimate meanWaitSeconds,
      Estimate firstRefusedShare,
      Estimate givenUpShare,
      double relief) {

    static Removed of(Answer plain, Answer without) {
      return new Removed(
          without.waitSeconds(99),
          without.meanWaitSeconds(),
          without.firstRefusedShare(),
          without.givenUpShare(),
          relief(plain, without));
    }

    private static double relief(Answer plain, Answer without) {
      List<ToDoubleFunction<Answer>> pains =
          List.of(
              answer -> answer.meanWaitSeconds().mean(),
              answer -> answer.firstRefusedShare().mean(),
              answer -> answer.givenUpShare().mean());
      return pains.stream()
          .filter(pain -> pain.applyAsDouble(plain) > 0)
          .mapToDouble(pain -> 1 - pain.applyAsDouble(without) / pain.applyAsDouble(plain))
          .average()
          .orElse(0);
    }
  }

  /** Copies the maps. */
  public Binding {
    refusalShares = Map.copyOf(refusalShares);
    waitShares = Map.copyOf(waitShares);
    removed = Map.copyOf(removed);
  }

  /** By refusals and waits alone. */
  static Binding of(List<Measured> replications) {
    Map<Cause, Double> refusals =
        shares(replications.stream().map(run -> run.causes().refusals()).toList());
    Map<Cause, Double> waits =
        shares(replications.stream().map(run -> run.causes().waitNanos()).toList());
    Optional<Limit> byWaits = largest(waits);
    return new Binding(
        refusals, waits, Map.of(), byWaits.isPresent() ? byWaits : largest(refusals));
  }

  private static Map<Cause, Double> shares(List<Map<Cause, Long>> amounts) {
    Map<Cause, Double> shares = new EnumMap<>(Cause.class);
    double sum = 0;
    for (Cause cause : Cause.values()) {
      double amount = amounts.stream().mapToDouble(one -> one.getOrDefault(cause, 0L)).sum();
      shares.put(cause, amount);
      sum += amount;
    }
    double all = sum == 0 ? 1 : sum;
    shares.replaceAll((cause, amount) -> amount / all);
    return shares;
  }

  /** The limit with the largest share, unless something else has a larger one. */
  private static Optional<Limit> largest(Map<Cause, Double> shares) {
    Cause largest = Cause.RPM;
    for (Cause cause : Cause.values()) {
      if (share(shares, cause) > share(shares, largest)) {
        largest = cause;
      }
    }
    return share(shares, largest) == 0 ? Optional.empty() : limit(largest);
  }

  private static double share(Map<Cause, Double> shares, Cause cause) {
    return shares.getOrDefault(cause, 0.0);
  }

  private static Optional<Limit> limit(Cause cause) {
    return switch (cause) {
      case RPM -> Optional.of(Limit.RPM);
      case TPM -> Optional.of(Limit.TPM);
      case CONCURRENCY -> Optional.of(Limit.CONCURRENCY);
      case OVERLOAD, OUTAGE -> Optional.empty();
    };
  }

  /** The same, told by what changes without each limit as well. */
  Binding against(Answer plain, Map<Limit, Answer> answers) {
    Map<Limit, Removed> without = new EnumMap<>(Limit.class);
    answers.forEach((one, answer) -> without.put(one, Removed.of(plain, answer)));
    double most = LEAST_RELIEF;
    Optional<Limit> best = Optional.empty();
    for (Map.Entry<Limit, Removed> one : without.entrySet()) {
      if (one.getValue().relief() > most) {
        most = one.getValue().relief();
        best = Optional.of(one.getKey());
      }
    }
    return new Binding(refusalShares, waitShares, without, best);
  }
}
