package dev.mimokit.server.content;

/** What was found when directives were looked for in a prompt. */
public sealed interface Directed permits Directives, Directed.Refused {

  /**
   * A directive that is not understood: the platform knows none, so the refusal is this server's
   * own (ASSUMED 400).
   *
   * @param mistake one line for the error's {@code param}
   */
  record Refused(String mistake) implements Directed {}
}
