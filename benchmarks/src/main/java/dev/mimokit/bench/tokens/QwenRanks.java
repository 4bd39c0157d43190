package dev.mimokit.bench.tokens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** The tokens that our vocabulary is made from, in their order, for other people's tokenizers. */
final class QwenRanks {

  private static final String FILE = "qwen.tiktoken";

  private QwenRanks() {}

  /** The bytes of each token; its place is its rank. */
  static List<byte[]> read() {
    try (InputStream in =
            Objects.requireNonNull(
                QwenRanks.class.getResourceAsStream(FILE),
                "missing, the build unpacks it: " + FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
      return lines
          .lines()
          .map(line -> Base64.getDecoder().decode(line.substring(0, line.indexOf(' '))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
