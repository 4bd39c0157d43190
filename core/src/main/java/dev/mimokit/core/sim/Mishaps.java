package dev.mimokit.core.sim;

import org.jspecify.annotations.Nullable;

/** Says of each attempt whether it fails for another reason than a limit. */
final class Mishaps {

  private final long[] from;
  private final long[] until;
  private final double overload;
  private final Draws draws;
  private int next;

  Mishaps(Trouble trouble, Draws draws) {
    this.from = trouble.outages().stream().mapToLong(one -> one.from().toNanos()).toArray();
    this.until = trouble.outages().stream().mapToLong(one -> one.end().toNanos()).toArray();
    this.overload = trouble.overload();
    this.draws = draws;
  }

  /** Why the attempt fails; instants do not decrease. */
  @Nullable Cause strike(long now) {
    while (next < until.length && now >= until[next]) {
      next++;
    }
    if (next < from.length && now >= from[next]) {
      return Cause.OUTAGE;
    }
    return overload > 0 && draws.uniform() < overload ? Cause.OVERLOAD : null;
  }
}
