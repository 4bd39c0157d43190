package dev.mimokit.load.cases;

/** What the client under test is asked to send: it names the call, so that the server can tell. */
public final class CasePrompt {

  /** One token in the vocabulary of the platform's models, with the blank before it. */
  private static final String WORD = " hello";

  private CasePrompt() {}

  /** The prompt of {@code job}, with {@code tokens} tokens of filling. */
  public static String of(String job, int tokens) {
    return "Say hello in one word. This is " + job + WORD.repeat(tokens);
  }
}
