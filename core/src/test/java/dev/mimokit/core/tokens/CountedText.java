package dev.mimokit.core.tokens;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text with its exact number of tokens in the Qwen2.5 vocabulary, counted once by jtokkit 1.1.0.
 * The texts were written for this fixture and were not among those the estimator learned from.
 */
record CountedText(String category, long tokens, String text) {

  private static final String RESOURCE = "counted-texts.jsonl";

  static List<CountedText> all() {
    try (InputStream in =
            Objects.requireNonNull(CountedText.class.getResourceAsStream(RESOURCE), RESOURCE);
        JsonParser parser = new JsonFactory().createParser(in)) {
      List<CountedText> texts = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        texts.add(next(parser));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static CountedText next(JsonParser parser) throws IOException {
    Map<String, String> fields = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, parser.getText());
    }
    return new CountedText(
        fields.getOrDefault("category", ""),
        Long.parseLong(fields.getOrDefault("tokens", "")),
        fields.getOrDefault("text", ""));
  }
}
