package dev.mimokit.bench.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import dev.mimokit.core.tokens.TokenCounter;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What other libraries offer for counting tokens on the JVM. */
final class Tokenizers {

  /**
   * The Qwen2 pre-tokenizer's expression. The quantifiers are possessive where going back could not
   * help, which JTokkit's own expressions do too, and which makes it faster.
   */
  private static final Pattern PIECES =
      Pattern.compile(
          "(?iu:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}|"
              + " ?+[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Tokenizers() {}

  /** JTokkit with our vocabulary, behind the JDK's NFC: the same counts as ours. */
  static TokenCounter jtokkit() {
    EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
    registry.registerGptBytePairEncoding(
        new GptBytePairEncodingParams("qwen", PIECES, ranks(), Map.of()));
    Encoding encoding = registry.getEncoding("qwen").orElseThrow();
    return text -> encoding.countTokensOrdinary(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** JTokkit as it comes, with another vendor's vocabulary: other counts. */
  static TokenCounter cl100k() {
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    return text -> encoding.countTokensOrdinary(text.toString());
  }

  /** The rule of thumb: four characters a token. */
  static TokenCounter charsByFour() {
    return text -> (text.length() + 3) / 4;
  }

  /** The floor: every character is looked at once. */
  static long sumOfChars(String text) {
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum;
  }

  /** JTokkit asks for a map by arrays, and goes through its entries only. */
  @SuppressWarnings("ArrayAsKeyOfSetOrMap")
  private static Map<byte[], Integer> ranks() {
    List<byte[]> tokens = QwenRanks.read();
    Map<byte[], Integer> ranks = new HashMap<>();
    for (int rank = 0; rank < tokens.size(); rank++) {
      ranks.put(tokens.get(rank), rank);
    }
    return ranks;
  }
}
