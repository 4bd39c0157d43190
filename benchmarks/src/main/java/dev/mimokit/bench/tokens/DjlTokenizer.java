package dev.mimokit.bench.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.mimokit.bench.ratio.UnavailableException;
import dev.mimokit.core.tokens.TokenCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Hugging Face's tokenizers in Rust, called through DJL, with our vocabulary. The library is native
 * and comes in DJL's jar; it is unpacked into a directory for temporary files.
 */
final class DjlTokenizer implements TokenCounter {

  private final HuggingFaceTokenizer tokenizer;

  private DjlTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Loads it, some seconds.
   *
   * @throws UnavailableException where the native library cannot run
   */
  static TokenCounter load() {
    try {
      Path cache = Files.createTempDirectory("mimokit-djl");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(cache), "delete-djl"));
      System.setProperty("DJL_CACHE_DIR", cache.toString());
      System.setProperty("ENGINE_CACHE_DIR", cache.toString());
      System.setProperty("ai.djl.offline", "true");
      System.setProperty("OPT_OUT_TRACKING", "true");
      byte[] json = TokenizerFile.json(QwenRanks.read());
      return new DjlTokenizer(
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json),
              Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false")));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new UnavailableException("DJL tokenizers do not run on this machine: " + e, e);
    }
  }

  @Override
  public long count(CharSequence text) {
    return tokenizer.encode(text.toString(), false, false).getIds().length;
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
