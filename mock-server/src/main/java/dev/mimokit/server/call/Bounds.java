package dev.mimokit.server.call;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where an answer ends at the latest.
 *
 * @param maxTokens the maximum the request names for thinking and answer together, at least 1
 * @param stop at most four sequences that end the answer and are not said
 */
public record Bounds(OptionalLong maxTokens, List<String> stop) {

  /** Copies the sequences. */
  public Bounds {
    stop = List.copyOf(stop);
  }
}
