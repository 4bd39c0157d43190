package dev.mimokit.load.agent;

import java.util.Locale;

/** How a client is set up: each is judged in both. */
public enum Settings {
  /** As the client comes, but for address, key and model. */
  DEFAULTS,
  /** What its makers let their users set for a quota of 60 s; the README's table names it. */
  RECOMMENDED;

  /** Retries when recommended: within the ten attempts that case 3.3 allows. */
  static final int RECOMMENDED_RETRIES = 8;

  /**
   * The settings that a program's arguments name: none for the defaults, or {@code recommended}.
   *
   * @throws IllegalArgumentException for any other arguments
   */
  static Settings of(String... arguments) {
    String named = String.join(" ", arguments);
    if (named.isEmpty()) {
      return DEFAULTS;
    }
    if (named.equals(RECOMMENDED.argument())) {
      return RECOMMENDED;
    }
    throw new IllegalArgumentException("expected no argument or recommended, found: " + named);
  }

  private String argument() {
    return name().toLowerCase(Locale.ROOT);
  }
}
