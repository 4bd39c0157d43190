package dev.mimokit.core.sim;

/** What the clients of all quota units do when something happens. */
interface Client {

  /** A request is asked for. */
  void asked(int job);

  /** The instant has come for which an attempt of a job was scheduled. */
  default void due(int job) {
    throw new IllegalStateException("no attempt of job " + job + " was scheduled");
  }

  /** The instant has come for which a look at a unit was scheduled. */
  default void wake(int unit) {
    throw new IllegalStateException("no look at unit " + unit + " was scheduled");
  }

  /** A request of that unit has ended. */
  default void freed(int unit) {}

  static Client of(ClientPlan plan, Run run, Draws draws) {
    if (plan instanceof ClientPlan.Retrying retrying) {
      return new RetryingClient(retrying, run, draws);
    }
    if (plan instanceof ClientPlan.Fifo) {
      return new FifoClient(run);
    }
    if (plan instanceof ClientPlan.PacedQueue paced) {
      return new PacedClient(paced, run);
    }
    return new CookbookClient((ClientPlan.Cookbook) plan, run);
  }
}
