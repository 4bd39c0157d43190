package dev.mimokit.core.tokens;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@code tokenizer.json}: the merges of its byte-level model, in their order. Asks that it
 * normalizes to NFC and cuts pieces as the Qwen2 family does, since {@link ExactCounter} does.
 */
final class TokenizerJson {

  /** The expression that {@link Pieces} implements. */
  static final String EXPRESSION =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
          + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private final String name;
  private final List<String> merges = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();

  private TokenizerJson(String name) {
    this.name = name;
  }

  static Vocabulary read(InputStream in, String name) throws IOException {
    TokenizerJson file = new TokenizerJson(name);
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      file.object("", parser);
    } catch (JsonProcessingException e) {
      throw new VocabularyFormatException(
          name + ":" + e.getLocation().getLineNr() + ": expected JSON: " + e.getOriginalMessage());
    }
    return file.vocabulary();
  }

  private void object(String path, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String child = path + "/" + parser.currentName();
      parser.nextToken();
      value(child, parser);
    }
  }

  private void value(String path, JsonParser parser) throws IOException {
    if (path.equals("/model/merges")) {
      merges(parser);
    } else if (path.equals("/model/vocab") || path.equals("/added_tokens")) {
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(path, parser);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(path, parser);
      }
    } else {
      settings.merge(path, parser.getText(), (first, second) -> first + " " + second);
    }
  }

  /** A merge is {@code "left right"}, or {@code ["left", "right"]} in newer files. */
  private void merges(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw refused("/model/merges", "a list");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        merges.add(parser.nextTextValue() + " " + parser.nextTextValue());
        parser.nextToken();
      } else {
        merges.add(parser.getText());
      }
    }
  }

  private Vocabulary vocabulary() {
    require("/model/type", "BPE");
    require("/normalizer/type", "NFC");
    require("/pre_tokenizer/pretokenizers/pattern/Regex", EXPRESSION);
    if (settings.getOrDefault("/model/ignore_merges", "false").equals("true")) {
      throw refused("/model/ignore_merges", "false");
    }
    if (merges.isEmpty() || merges.size() > Merges.MOST - Merges.BYTES) {
      throw refused("/model/merges", "1 to " + (Merges.MOST - Merges.BYTES) + " merges");
    }
    VocabularyBuilder builder = new VocabularyBuilder(merges.size());
    for (int i = 0; i < merges.size(); i++) {
      add(i, builder);
    }
    return builder.build();
  }

  private void add(int number, VocabularyBuilder builder) {
    String merge = merges.get(number);
    int space = merge.indexOf(' ');
    if (space < 1 || space == merge.length() - 1) {
      throw refused("/model/merges/" + number, "two tokens with a space between");
    }
    builder.add(
        bytes(merge.substring(0, space), number), bytes(merge.substring(space + 1), number));
  }

  private byte[] bytes(String token, int number) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      int value = ByteLetters.valueOf(token.charAt(i));
      if (value < 0) {
        throw refused("/model/merges/" + number, "byte-level tokens");
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  private void require(String path, String expected) {
    if (!settings.getOrDefault(path, "").equals(expected)) {
      throw refused(path, expected);
    }
  }

  private VocabularyFormatException refused(String path, String expected) {
    String found = settings.containsKey(path) ? ", found " + settings.get(path) : "";
    return new VocabularyFormatException(name + ": " + path + ": expected " + expected + found);
  }
}
