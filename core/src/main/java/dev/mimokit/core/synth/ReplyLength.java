package dev.mimokit.core.synth;

/**
 * How many pieces, one token each, a reply has; no reasoning means that the model did not think.
 */
public record ReplyLength(int reasoning, int content) {

  /** Refuses negative lengths. */
  public ReplyLength {
    if (reasoning < 0 || content < 0) {
      throw new IllegalArgumentException(
          "lengths must not be negative: reasoning " + reasoning + ", content " + content);
    }
  }

  /** The same answer, given without thinking. */
  public ReplyLength withoutReasoning() {
    return new ReplyLength(0, content);
  }
}
