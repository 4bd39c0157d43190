package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.journal.Journal;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.server.account.Accounts;
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
    Scripts scripts,
    Journal journal,
    TokenEstimator estimator,
    Speaker speaker,
    Pace pace,
    WallClock wall,
    ResponseHeaders headers,
    long seed) {}
