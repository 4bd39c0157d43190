package dev.mimokit.core.tokens;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a {@code .tiktoken} file: a line a token, its bytes in Base64, a space, its rank. */
final class Tiktoken {

  private static final String EXPECTED = ": expected a token in Base64, a space and its rank";

  private final String name;
  private final Map<Integer, byte[]> tokens = new TreeMap<>();
  private final Set<Integer> bytes = new HashSet<>();

  private Tiktoken(String name) {
    this.name = name;
  }

  static Vocabulary read(InputStream in, String name) throws IOException {
    Tiktoken file = new Tiktoken(name);
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    int number = 1;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (!line.isEmpty()) {
        file.take(line, number);
      }
      number++;
    }
    return file.vocabulary();
  }

  private void take(String line, int number) {
    int space = line.indexOf(' ');
    String where = name + ":" + number;
    if (space < 1) {
      throw new VocabularyFormatException(where + EXPECTED);
    }
    try {
      byte[] token = Base64.getDecoder().decode(line.substring(0, space));
      int rank = Integer.parseInt(line.substring(space + 1).strip());
      if (token.length == 0 || rank < 0) {
        throw new VocabularyFormatException(where + EXPECTED);
      }
      if (tokens.put(rank, token) != null) {
        throw new VocabularyFormatException(where + ": rank " + rank + " is given twice");
      }
      if (token.length == 1) {
        bytes.add(token[0] & 0xFF);
      }
    } catch (IllegalArgumentException e) {
      throw new VocabularyFormatException(where + EXPECTED);
    }
  }

  private Vocabulary vocabulary() {
    if (bytes.size() < Merges.BYTES) {
      throw new VocabularyFormatException(
          name + ": expected all 256 bytes among the tokens, found " + bytes.size());
    }
    if (tokens.size() > Merges.MOST) {
      throw new VocabularyFormatException(name + ": more than " + Merges.MOST + " tokens");
    }
    VocabularyBuilder builder = new VocabularyBuilder(tokens.size());
    tokens.values().stream().filter(token -> token.length > 1).forEach(builder::add);
    return builder.build();
  }
}
