package dev.mimokit.core.tokens;

/**
 * What a chat costs beyond its texts: the markers the platform puts around messages and answers.
 *
 * <pre>
 *   prompt     = sum over messages (content + 4) + 3, and 2 more when thinking is disabled
 *   completion = content + 1, and reasoning + 2 more when the model thinks
 * </pre>
 *
 * OBSERVED: these sums give every published usage figure whose texts are published too: the page's
 * own {@code mimo-v2.5-pro} sample (57 and 72), a {@code mimo-v2-flash} answer to the same prompt
 * (57 and 127) and a {@code mimo-v2-flash} answer after thinking (60 and 120, of which 32 are
 * reasoning). Texts are counted exactly in the Qwen2.5 vocabulary. Pictures, sound, tools and
 * implicit system messages are not covered.
 */
public final class ChatTokens {

  private static final long PER_MESSAGE = 4;
  private static final long ANSWER_OPENING = 3;
  private static final long EMPTY_THINKING = 2;
  private static final long THINKING_MARKERS = 2;
  private static final long ANSWER_END = 1;

  private ChatTokens() {}

  /**
   * Prompt tokens of a chat.
   *
   * @param content tokens of all message texts together
   * @param messages how many messages there are
   * @param thinking whether the model thinks before it answers
   */
  public static long prompt(long content, int messages, boolean thinking) {
    requireCount("content", content);
    requireCount("messages", messages);
    long fixed = PER_MESSAGE * messages + ANSWER_OPENING;
    return content + fixed + (thinking ? 0 : EMPTY_THINKING);
  }

  /** Completion tokens of an answer that was given without thinking. */
  public static long completion(long content) {
    requireCount("content", content);
    return content + ANSWER_END;
  }

  /** Completion tokens of an answer after thinking; {@code reasoning} of them are reasoning. */
  public static long completion(long reasoning, long content) {
    requireCount("reasoning", reasoning);
    return reasoning + THINKING_MARKERS + completion(content);
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " must not be negative: " + count);
    }
  }
}
