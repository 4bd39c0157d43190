package dev.mimokit.load.scenario;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What virtual users call, each list in turn, user by user.
 *
 * @param apiKeys several keys of one account share its quota
 * @param models as the platform spells them; each has a quota of its own
 */
public record Targets(List<String> apiKeys, List<String> models) {

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._/-]+");

  /** Refuses empty lists and names that are no models. */
  public Targets {
    apiKeys = List.copyOf(apiKeys);
    models = List.copyOf(models);
    if (apiKeys.isEmpty() || models.isEmpty()) {
      throw new IllegalArgumentException(
          "apiKeys and models must not be empty: " + apiKeys.size() + ", " + models.size());
    }
    for (String model : models) {
      if (!MODEL.matcher(model).matches()) {
        throw new IllegalArgumentException("models must match " + MODEL + ": " + model);
      }
    }
  }
}
