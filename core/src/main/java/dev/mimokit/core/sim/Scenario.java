package dev.mimokit.core.sim;

import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.WindowKind;

/** One question to the simulation: who asks for what, of whom, how, and for how long. Immutable. */
public record Scenario(Demand demand, Supply supply, ClientSide client, Extent extent) {

  /** The same with another workload. */
  public Scenario with(Workload workload) {
    return with(new Demand(workload, demand.classes()));
  }

  /** The same with another demand. */
  public Scenario with(Demand other) {
    return new Scenario(other, supply, client, extent);
  }

  /** The same with another supply. */
  public Scenario with(Supply other) {
    return new Scenario(demand, other, client, extent);
  }

  /** The same with other limits of each quota unit. */
  public Scenario with(Quota quota) {
    return with(supply.with(quota));
  }

  /** The same with that many quota units. */
  public Scenario withUnits(int units) {
    return with(supply.withUnits(units));
  }

  /** The same with its limits counted over another kind of window; the grain is that kind's. */
  public Scenario with(WindowKind kind) {
    return with(supply.with(kind));
  }

  /** The same with another client side. */
  public Scenario with(ClientSide other) {
    return new Scenario(demand, supply, other, extent);
  }

  /** The same with another way to wait and retry. */
  public Scenario with(ClientPlan plan) {
    return with(client.with(plan));
  }

  /** The same for another time or with other randomness. */
  public Scenario with(Extent other) {
    return new Scenario(demand, supply, client, other);
  }

  /** The same as if that limit did not exist. */
  public Scenario without(Limit limit) {
    return with(supply.without(limit));
  }
}
