package dev.mimokit.core.synth;

import dev.mimokit.core.tokens.TokenCounter;
import java.util.List;

/**
 * Writes texts of exactly so many tokens, in the language in which {@link ReplySource} answers a
 * prompt. Thread-safe; the same prompt and number always give the same text.
 *
 * <p>In the built-in vocabulary a piece is a token, and the first draft has the right length. In
 * others it may be too long: then pieces are taken away at its end, and digits make up for what is
 * missing. A digit is one token in every vocabulary of the family.
 *
 * @param source of the sentences
 * @param counter what measures them: an exact one
 */
public record ResponseSizer(ReplySource source, TokenCounter counter) {

  private static final String ANY_MODEL = "";
  private static final String ONE_TOKEN = "7";

  /**
   * A text of exactly so many tokens.
   *
   * @param tokens at least 0
   */
  public String text(String prompt, int tokens) {
    List<String> pieces = source.reply(ANY_MODEL, prompt, new ReplyLength(0, tokens)).content();
    String text = String.join("", pieces);
    long counted = counter.count(text);
    for (int left = tokens - 1; counted > tokens; left--) {
      left = (int) Math.min(left, left * (long) tokens / counted);
      text = String.join("", pieces.subList(0, left));
      counted = counter.count(text);
    }
    return text + ONE_TOKEN.repeat((int) (tokens - counted));
  }
}
