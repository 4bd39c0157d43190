package dev.mimokit.core.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts by somebody else's code: JTokkit with the same vocabulary, behind the JDK's NFC. */
final class JtokkitOracle implements TokenCounter {

  /** What the build takes the built-in vocabulary from. */
  static final Path RANKS = Path.of("target", "vocabulary", "qwen.tiktoken");

  /** As the tokenizer writes it; its regex engine ignores case in all of Unicode, hence the u. */
  private static final Pattern PIECES =
      Pattern.compile(
          TokenizerJson.EXPRESSION.replace("(?i:", "(?iu:"), Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private final Encoding encoding;

  JtokkitOracle() {
    EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
    registry.registerGptBytePairEncoding(
        new GptBytePairEncodingParams("qwen", PIECES, ranks(), Map.of()));
    encoding = registry.getEncoding("qwen").orElseThrow();
  }

  @Override
  public long count(CharSequence text) {
    String whole = LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
    return encoding.countTokensOrdinary(Normalizer.normalize(whole, Normalizer.Form.NFC));
  }

  /** JTokkit asks for a map by arrays, and goes through its entries only. */
  @SuppressWarnings("ArrayAsKeyOfSetOrMap")
  private static Map<byte[], Integer> ranks() {
    Map<byte[], Integer> ranks = new HashMap<>();
    try {
      for (String line : Files.readAllLines(RANKS)) {
        int space = line.indexOf(' ');
        ranks.put(
            Base64.getDecoder().decode(line.substring(0, space)),
            Integer.parseInt(line.substring(space + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ranks;
  }
}
