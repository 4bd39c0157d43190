package dev.mimokit.bench.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a vocabulary of ranked tokens as a {@code tokenizer.json}, which names the two parts that
 * each token is merged from. They are what the encoding itself makes of the token's bytes with the
 * tokens of lower rank only.
 */
final class TokenizerFile {

  private static final String EXPRESSION =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  /** Bytes that stand for themselves in byte-level text; the others are written from 256 on. */
  private static final String VISIBLE = "[!-~\u00A1-\u00AC\u00AE-\u00FF]";

  private static final int BYTES = 256;

  private final Map<String, Integer> ranks = new HashMap<>();
  private final char[] letters = letters();

  private TokenizerFile() {}

  static byte[] json(List<byte[]> tokens) throws IOException {
    TokenizerFile file = new TokenizerFile();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", "1.0");
    json.putObject("normalizer").put("type", "NFC");
    ArrayNode steps =
        json.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", EXPRESSION);
    split.put("behavior", "Isolated").put("invert", false);
    ObjectNode bytes = steps.addObject().put("type", "ByteLevel");
    bytes.put("add_prefix_space", false).put("trim_offsets", false).put("use_regex", false);
    file.write(tokens, json.putObject("model"));
    return new ObjectMapper().writeValueAsBytes(json);
  }

  private void write(List<byte[]> tokens, ObjectNode model) {
    model.put("type", "BPE").put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode vocabulary = model.putObject("vocab");
    ArrayNode merges = model.putArray("merges");
    for (int rank = 0; rank < tokens.size(); rank++) {
      String token = text(tokens.get(rank));
      parts(token).ifPresent(merges::add);
      ranks.put(token, rank);
      vocabulary.put(token, rank);
    }
  }

  private String text(byte[] token) {
    StringBuilder text = new StringBuilder(token.length);
    for (byte one : token) {
      text.append(letters[one & 0xFF]);
    }
    return text.toString();
  }

  /** The last two parts with a space between; empty for a single byte. */
  private Optional<String> parts(String token) {
    StringBuilder parts = new StringBuilder(String.join(" ", token.split("")));
    while (parts.indexOf(" ") != parts.lastIndexOf(" ")) {
      parts.deleteCharAt(bestSpace(parts));
    }
    return parts.indexOf(" ") < 0 ? Optional.empty() : Optional.of(parts.toString());
  }

  /** The space between the two neighbours whose merge has the lowest rank. */
  private int bestSpace(StringBuilder parts) {
    int best = -1;
    int bestRank = Integer.MAX_VALUE;
    int begin = 0;
    for (int space = parts.indexOf(" "); space >= 0; space = parts.indexOf(" ", space + 1)) {
      int next = parts.indexOf(" ", space + 1);
      int end = next < 0 ? parts.length() : next;
      String merged = parts.substring(begin, space) + parts.substring(space + 1, end);
      int rank = ranks.getOrDefault(merged, Integer.MAX_VALUE);
      if (rank < bestRank) {
        bestRank = rank;
        best = space;
      }
      begin = space + 1;
    }
    if (best < 0) {
      throw new IllegalStateException("no two tokens merge in '" + parts + "'");
    }
    return best;
  }

  private static char[] letters() {
    char[] letters = new char[BYTES];
    char next = BYTES;
    for (int i = 0; i < BYTES; i++) {
      letters[i] = String.valueOf((char) i).matches(VISIBLE) ? (char) i : next++;
    }
    return letters;
  }
}
