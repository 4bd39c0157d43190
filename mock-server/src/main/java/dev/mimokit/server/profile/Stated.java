package dev.mimokit.server.profile;

import dev.mimokit.core.catalog.Provenance;

/** A value, the ground it stands on and where that is written. */
public record Stated<T>(T value, Provenance provenance, String source) {

  /** The same with a value that a user chose. */
  Stated<T> chosen(T other, String by) {
    return new Stated<>(other, Provenance.ASSUMED, by);
  }
}
