package dev.mimokit.cli;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.load.run.GateListener;
import java.io.PrintWriter;

/** Says on stderr how the gate goes on, a line a case. */
final class Progress implements GateListener {

  private final PrintWriter err;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void mockReady(String root) {
    err.println("mimokit: mock ready at " + root);
  }

  @Override
  public void agentBegins(String agent, int cases) {
    err.println("mimokit: " + agent + " meets " + cases + " cases");
  }

  @Override
  public void judged(String agent, Case tested, Judgement judgement) {
    err.printf(
        "  %-12s %-12s %-13s %-13s %s%n",
        agent,
        tested.id(),
        judgement.behavior().shown(),
        judgement.outcome().shown(),
        tested.title());
  }

  @Override
  public void triesAgain(String agent, String caseId, String why) {
    err.println("mimokit: " + agent + " " + caseId + " is tried once more, alone: " + why);
  }

  @Override
  public void loadsBegin(int loads) {
    err.println("mimokit: Gatling runs " + loads + " loads");
  }

  @Override
  public void attachable(String line) {
    err.println(line);
  }

  @Override
  public void warning(String message) {
    err.println("mimokit: " + message);
  }
}
