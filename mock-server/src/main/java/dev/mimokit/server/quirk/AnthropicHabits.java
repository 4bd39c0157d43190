package dev.mimokit.server.quirk;

/**
 * What is not known of the Anthropic protocol, or was seen in two ways.
 *
 * @param anthropicThinkingFirst whether whole answers have their thinking before their text; a
 *     stream always has
 * @param anthropicErrorPrefix whether refused stream requests begin with {@code data:}
 * @param anthropicPing whether a {@code ping} follows {@code message_start}
 * @param anthropicStartUsage what {@code message_start} says of usage
 */
public record AnthropicHabits(
    boolean anthropicThinkingFirst,
    boolean anthropicErrorPrefix,
    boolean anthropicPing,
    StartUsage anthropicStartUsage) {

  /** What holds unless somebody says otherwise. */
  public static final AnthropicHabits DEFAULT =
      new AnthropicHabits(true, false, false, StartUsage.ZERO);
}
