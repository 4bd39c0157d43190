package dev.mimokit.core.tokens;

/** Says how many tokens a text has. Implementations are thread-safe. */
@FunctionalInterface
public interface TokenCounter {

  /** Tokens of the text; 0 only when it is empty. */
  long count(CharSequence text);

  /** Whether {@link #count} of this text is no estimate. */
  default boolean isExact(CharSequence text) {
    return false;
  }
}
