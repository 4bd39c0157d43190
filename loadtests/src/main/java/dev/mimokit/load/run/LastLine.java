package dev.mimokit.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a program that failed said last. */
final class LastLine {

  private LastLine() {}

  /** The last line that is not blank, with a colon before it; empty when there is none. */
  static String of(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    return Files.readString(log)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((first, last) -> last)
        .map(line -> ": " + line.strip())
        .orElse("");
  }
}
