package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.pace.LoadGauge;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.core.tokens.TokenCounters;
import dev.mimokit.server.account.Accounts;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.metrics.Meters;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.reply.Speaker;
import dev.mimokit.server.script.Scripts;
import dev.mimokit.server.wire.ResponseHeaders;

/**
 * Everything the exchanges of one server share.
 *
 * @param seed chooses answers and ids; the same seed and requests give the same bytes
 */
public record Platform(
    Catalog catalog,
    Accounts accounts,
    Till till,
    Scripts scripts,
    Journal journal,
    Meters meters,
    TokenCounters counters,
    Speaker speaker,
    Pace pace,
    LoadGauge gauge,
    Content content,
    PromptCache promptCache,
    Quirks quirks,
    WallClock wall,
    ResponseHeaders headers,
    long seed) {

  /** Which model a name stands for. */
  ModelNames models() {
    return new ModelNames(catalog, quirks, wall);
  }
}
