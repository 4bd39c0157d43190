package dev.mimokit.core.tokens;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the two kinds of vocabulary file apart: JSON begins with a brace, the other never does. */
final class VocabularyFile {

  private VocabularyFile() {}

  static Vocabulary read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(1);
      int first = in.read();
      in.reset();
      String name = file.toString();
      return first == '{' ? TokenizerJson.read(in, name) : Tiktoken.read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException("vocabulary cannot be read: " + file, e);
    }
  }
}
