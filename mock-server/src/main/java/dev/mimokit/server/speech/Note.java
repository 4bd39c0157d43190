package dev.mimokit.server.speech;

/**
 * One tone, or a rest. A tone stands at the lower edge of a spectral line of the MP3 transform, at
 * {@code line * 24000 / 1152} Hz, so that every format plays exactly the same one.
 *
 * @param line 1 to 575, or {@link #SILENT}
 * @param frames how long it lasts, in frames of 24 ms; at least 1
 */
record Note(int line, int frames) {

  static final int SILENT = 0;

  static Note rest(int frames) {
    return new Note(SILENT, frames);
  }

  boolean sounds() {
    return line != SILENT;
  }

  /** This note, or its beginning when it is longer. */
  Note atMost(int limit) {
    return frames <= limit ? this : new Note(line, limit);
  }
}
