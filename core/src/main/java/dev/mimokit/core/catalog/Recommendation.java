package dev.mimokit.core.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One row of the page's Quick Selection Guide.
 *
 * @param requirement the scenario, as printed
 * @param models the ids as they should read
 * @param note where the page prints something else, what it prints
 */
public record Recommendation(String requirement, List<String> models, Optional<String> note) {

  /** Refuses a row that recommends nothing. */
  public Recommendation {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("a guide row must recommend a model: " + requirement);
    }
  }
}
