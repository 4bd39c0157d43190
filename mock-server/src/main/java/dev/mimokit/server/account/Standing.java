package dev.mimokit.server.account;

/**
 * How an account pays, and whether it still can.
 *
 * @param cluster where its keys are valid
 * @param spent whether its balance, or its plan's credits, are used up; nothing is counted down
 */
public record Standing(Cluster cluster, boolean spent) {

  /** Pays as it goes, and can. */
  public static final Standing SOUND = new Standing(Cluster.PAYG, false);

  /** Whether it has a token plan. */
  public boolean isPlan() {
    return cluster != Cluster.PAYG;
  }
}
