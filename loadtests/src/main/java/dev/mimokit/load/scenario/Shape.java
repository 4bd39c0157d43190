package dev.mimokit.load.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How virtual users arrive. */
public enum Shape {
  /** All at once: every call wants its permit in the same instant. */
  BURST,
  /** Open model at a constant rate, whatever the server answers. */
  STEADY,
  /** Open model: a rate that grows first and is held then, whatever the server answers. */
  OPEN,
  /** Closed model: a fixed number of users, each waiting for its answer before the next call. */
  CLOSED;

  /** The word used in files: {@code burst}, {@code steady}, {@code open}, {@code closed}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
