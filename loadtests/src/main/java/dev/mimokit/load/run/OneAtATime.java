package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;

/** Passes events on one after another, from whatever thread they come. */
final class OneAtATime implements GateListener {

  private final GateListener listener;

  OneAtATime(GateListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void mockReady(String root) {
    listener.mockReady(root);
  }

  @Override
  public synchronized void agentBegins(String agent, int cases) {
    listener.agentBegins(agent, cases);
  }

  @Override
  public synchronized void judged(String agent, Case tested, Judgement judgement) {
    listener.judged(agent, tested, judgement);
  }

  @Override
  public synchronized void triesAgain(String agent, String caseId, String why) {
    listener.triesAgain(agent, caseId, why);
  }

  @Override
  public synchronized void loadsBegin(int loads) {
    listener.loadsBegin(loads);
  }

  @Override
  public synchronized void attachable(String line) {
    listener.attachable(line);
  }

  @Override
  public synchronized void warning(String message) {
    listener.warning(message);
  }
}
