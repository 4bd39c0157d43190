package dev.mimokit.core.tokens;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the built-in vocabulary's table; a step of core's build, see its {@code pom.xml}. */
final class VocabularyCompiler {

  private VocabularyCompiler() {}

  /**
   * Takes the {@code .tiktoken} file, the SHA-256 it must have, and the file to write.
   *
   * @throws IllegalStateException if the file is another one
   */
  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[0]);
    Path target = Path.of(arguments[2]);
    byte[] bytes = Files.readAllBytes(source);
    requireSha256(source, bytes, arguments[1]);
    Vocabulary vocabulary = Tiktoken.read(new ByteArrayInputStream(bytes), source.toString());
    Files.write(target, VocabularyTable.encode(vocabulary));
  }

  private static void requireSha256(Path source, byte[] bytes, String expected) {
    String found = HexFormat.of().formatHex(sha256(bytes));
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          source + ": expected SHA-256 " + expected + ", found " + found);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
