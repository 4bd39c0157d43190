package dev.mimokit.server.profile;

import dev.mimokit.core.catalog.Limits;

/** Completion tokens charged at admission when the request names no maximum; settled later. */
public enum Reservation {
  /** The prompt only. */
  NONE,
  /** The model's default of {@code max_completion_tokens}. */
  MODEL_DEFAULT,
  /** The model's maximum output. */
  MODEL_MAXIMUM;

  /** The tokens this is for a model. */
  public long tokens(Limits limits) {
    return switch (this) {
      case NONE -> 0;
      case MODEL_DEFAULT -> limits.defaultMaxCompletion().value();
      case MODEL_MAXIMUM -> limits.maxOutput().value();
    };
  }
}
