package dev.mimokit.server.quirk;

import dev.mimokit.core.catalog.Provenance;

/** What the default of one switch rests on; {@code key} is its name in {@link Quirks}. */
public record Ground(String key, Provenance provenance, String source) {}
