package dev.mimokit.load.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How virtual users arrive. */
public enum Shape {
  /** All at once: every call wants its permit in the same instant. */
  BURST(100_000),
  /** Open model: arrivals follow a rate, whatever the server answers. */
  OPEN(200_000),
  /** Closed model: a fixed number of users, each waiting for its answer before the next call. */
  CLOSED(300_000);

  private final long jobBase;

  Shape(long jobBase) {
    this.jobBase = jobBase;
  }

  /** Job numbers of this shape count up from here. */
  long jobBase() {
    return jobBase;
  }

  /** The word used in files, tags and group names: {@code burst}, {@code open}, {@code closed}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
