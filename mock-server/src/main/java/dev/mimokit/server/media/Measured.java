package dev.mimokit.server.media;

import java.util.OptionalDouble;

/**
 * What a header says of its file.
 *
 * @param width pixels, 0 where it says none
 * @param height pixels, 0 where it says none
 * @param seconds empty where it says none
 * @param audible whether a track with sound is named
 */
record Measured(long width, long height, OptionalDouble seconds, boolean audible) {

  static Measured picture(long width, long height) {
    return new Measured(width, height, OptionalDouble.empty(), false);
  }

  static Measured sound(OptionalDouble seconds) {
    return new Measured(0, 0, seconds, true);
  }

  /** A length as most headers tell it; empty unless both numbers are there and above 0. */
  static OptionalDouble seconds(long units, long unitsPerSecond) {
    return units > 0 && unitsPerSecond > 0
        ? OptionalDouble.of((double) units / unitsPerSecond)
        : OptionalDouble.empty();
  }

  boolean hasArea() {
    return width > 0 && height > 0;
  }
}
