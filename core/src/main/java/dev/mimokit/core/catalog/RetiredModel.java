package dev.mimokit.core.catalog;

import java.util.Optional;

/** An id that earlier revisions listed and this one no longer does. */
public record RetiredModel(String id, Optional<Forwarding> forwarding, Optional<String> note) {}
