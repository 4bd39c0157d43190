package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;

/** Hears how the gate goes on, one event at a time, from any thread. */
public interface GateListener {

  /** Hears nothing. */
  GateListener SILENT = new GateListener() {};

  /** The mock answers at {@code root}. */
  default void mockReady(String root) {}

  /** An agent begins, with {@code cases} to judge. */
  default void agentBegins(String agent, int cases) {}

  /** A case was judged. */
  default void judged(String agent, Case tested, Judgement judgement) {}

  /** A disturbed case will be tried once more, alone. */
  default void triesAgain(String agent, String caseId, String why) {}

  /** Gatling's suite begins, with {@code loads} to judge. */
  default void loadsBegin(int loads) {}

  /** A base URL that a client can be given: case, calls, kind of answer and URL, by tabs. */
  default void attachable(String line) {}

  /** Something odd that changes no verdict. */
  default void warning(String message) {}
}
