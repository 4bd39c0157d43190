package dev.mimokit.core.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Tokens of a byte-level byte-pair encoding, in the order in which they are merged. Immutable and
 * thread-safe.
 */
public final class Vocabulary {

  private static final String BUILT_IN = "qwen.vocabulary";

  private final Merges merges;
  private final Trie trie;

  Vocabulary(Merges merges, Trie trie) {
    this.merges = merges;
    this.trie = trie;
  }

  /**
   * The Qwen2.5 vocabulary, which MiMo models share (OBSERVED: ids, decoded prompts and published
   * usage agree). Read when first asked for, about a tenth of a second; the same instance ever
   * after.
   */
  public static Vocabulary builtIn() {
    return BuiltIn.VOCABULARY;
  }

  /**
   * Reads a {@code tokenizer.json} or a {@code .tiktoken} file.
   *
   * @throws VocabularyFormatException in one line, if the file is neither, or asks for a
   *     pre-tokenizer or normalizer other than the Qwen2 family's
   * @throws UncheckedIOException if it cannot be read
   */
  public static Vocabulary read(Path file) {
    return VocabularyFile.read(file);
  }

  /** How many tokens there are, those left out that no text can give and those never merged. */
  public int size() {
    return merges.size();
  }

  Merges merges() {
    return merges;
  }

  Trie trie() {
    return trie;
  }

  private static final class BuiltIn {

    static final Vocabulary VOCABULARY = load();

    private static Vocabulary load() {
      try (InputStream in = Vocabulary.class.getResourceAsStream(BUILT_IN)) {
        if (in == null) {
          throw new IllegalStateException(
              "vocabulary is missing: " + BUILT_IN + "; Maven makes it in phase process-classes");
        }
        return VocabularyTable.decode(in);
      } catch (IOException e) {
        throw new UncheckedIOException("vocabulary cannot be read: " + BUILT_IN, e);
      }
    }
  }
}
