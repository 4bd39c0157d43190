package dev.mimokit.server.wire.anthropic;

/**
 * What is not known of this protocol, or was seen in two ways.
 *
 * @param thinkingFirst whether whole answers have their thinking before their text; both orders
 *     were seen (text first in a fixture labelled live, thinking first on 2026-06-16). A stream
 *     always has the thinking first
 * @param errorPrefix whether errors of stream requests begin with {@code data:}, as the chat
 *     protocol's do; never seen here
 */
public record AnthropicQuirks(boolean thinkingFirst, boolean errorPrefix) {

  /** Thinking first, no prefix; both ASSUMED. */
  public static final AnthropicQuirks DEFAULT = new AnthropicQuirks(true, false);
}
