package dev.mimokit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes documents whole: a reader sees the old one or the new one. */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Writes the text as UTF-8 beside {@code file} under a temporary name, then renames it. Creates
   * the directory where it is missing; leaves nothing behind when it fails.
   */
  public static void write(Path file, String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + ": expected the name of a file");
    }
    Files.createDirectories(directory);
    // Not createTempFile: that one is readable by its owner only, and would stay so.
    Path part = directory.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
