package dev.mimokit.server.wire.chat;

import dev.mimokit.server.quirk.Quirks;

/**
 * Choices where the chat protocol's pages are silent or observations disagree.
 *
 * @param quirks of all protocols; those about errors, usage and details are read here
 * @param webSearch whether the console's web search plugin is on; off refuses the tool (OBSERVED)
 * @param countsTools whether the definitions of tools cost prompt tokens (ASSUMED, as compact JSON)
 */
public record ChatRules(Quirks quirks, boolean webSearch, boolean countsTools) {

  /** No plugin, tools counted, the rest as observed. */
  public static final ChatRules DEFAULT = new ChatRules(Quirks.DEFAULT, false, true);
}
