package dev.mimokit.server.reply;

import dev.mimokit.server.call.Source;
import dev.mimokit.server.call.Usage;
import java.util.List;

/**
 * What a web search came to.
 *
 * @param sources the pages that were read; empty when nothing was searched for
 */
public record Research(List<Source> sources, int searches) {

  /** A search was allowed and not needed. */
  static final Research NONE = new Research(List.of(), 0);

  /** Copies the sources. */
  public Research {
    sources = List.copyOf(sources);
  }

  Usage.Search usage() {
    return new Usage.Search(searches, sources.size());
  }
}
