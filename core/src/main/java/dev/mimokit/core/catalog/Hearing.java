package dev.mimokit.core.catalog;

import java.util.List;

/** What a recognition model understands: language tags and audio formats. */
public record Hearing(
    List<String> languages, List<String> formats, Provenance provenance, String source) {

  /** Copies both lists. */
  public Hearing {
    languages = List.copyOf(languages);
    formats = List.copyOf(formats);
  }
}
