package dev.mimokit.server.quirk;

/**
 * How things are counted and named where no page says it.
 *
 * @param kilo what one K of a context window is, 1024 or 1000; a million is its square
 * @param ttsTokenMillis sound that one completion token of speech makes; 10..10000
 * @param toolTokens whether the definitions of tools cost prompt tokens
 * @param answeredName which model an answer names when the one asked for is forwarded
 * @param otherMethodStatus the status of a known path under another method, 404 or 405
 */
public record Measures(
    int kilo,
    int ttsTokenMillis,
    boolean toolTokens,
    AnsweredName answeredName,
    int otherMethodStatus) {

  /** What holds unless somebody says otherwise. */
  public static final Measures DEFAULT = new Measures(1024, 160, true, AnsweredName.TARGET, 404);

  /** Refuses figures nobody has thought of. */
  public Measures {
    if (kilo != 1024 && kilo != 1000) {
      throw new IllegalArgumentException("kilo must be 1024 or 1000: " + kilo);
    }
    if (ttsTokenMillis < 10 || ttsTokenMillis > 10_000) {
      throw new IllegalArgumentException(
          "ttsTokenMillis must be within 10..10000: " + ttsTokenMillis);
    }
    if (otherMethodStatus != 404 && otherMethodStatus != 405) {
      throw new IllegalArgumentException(
          "otherMethodStatus must be 404 or 405: " + otherMethodStatus);
    }
  }
}
