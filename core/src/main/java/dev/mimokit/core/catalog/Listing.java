package dev.mimokit.core.catalog;

import java.util.List;

/** The ids that {@code GET /v1/models} answers with, in its order. */
public record Listing(List<String> ids, Provenance provenance, String source) {

  /** Copies the ids. */
  public Listing {
    ids = List.copyOf(ids);
  }
}
