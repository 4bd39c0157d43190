package dev.mimokit.server.config;

import dev.mimokit.core.synth.LengthLaw;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.content.Moderation;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads {@code content}. */
final class ContentReader {

  private static final int MOST_TOKENS = 131_072;
  private static final double WIDEST = 5;

  private ContentReader() {}

  static Content read(YamlValue value) {
    YamlMap map =
        value
            .map()
            .only(
                "outputTokens",
                "length",
                "answers",
                "recordings",
                "directives",
                "moderation",
                "webSearch");
    if (map.find("outputTokens").isPresent() && map.find("length").isPresent()) {
      throw map.get("length").refused("expected either outputTokens or length");
    }
    return new Content(
        outputTokens(map),
        map.find("length").map(ContentReader::length).orElse(LengthLaw.DEFAULT),
        list(map, "answers", AnswerReader::read),
        list(map, "recordings", RecordingReader::read),
        map.find("directives").map(YamlValue::flag).orElse(Content.DEFAULT.directives()),
        map.find("moderation").map(ContentReader::moderation).orElse(Moderation.NONE),
        map.find("webSearch").map(YamlValue::flag).orElse(Content.DEFAULT.webSearch()));
  }

  private static OptionalInt outputTokens(YamlMap map) {
    Optional<YamlValue> tokens = map.find("outputTokens");
    return tokens.isPresent()
        ? OptionalInt.of((int) tokens.get().whole(1, MOST_TOKENS))
        : OptionalInt.empty();
  }

  private static LengthLaw length(YamlValue value) {
    YamlMap map = value.map().only("median", "sigma", "reasoningMedian");
    return new LengthLaw(
        median(map, "median", LengthLaw.DEFAULT.medianContent()),
        map.find("sigma").map(s -> s.decimal(0, WIDEST)).orElse(LengthLaw.DEFAULT.sigma()),
        median(map, "reasoningMedian", LengthLaw.DEFAULT.medianReasoning()));
  }

  private static double median(YamlMap map, String name, double usual) {
    return map.find(name).map(value -> value.decimal(1, MOST_TOKENS)).orElse(usual);
  }

  private static Moderation moderation(YamlValue value) {
    YamlMap map = value.map().only("blocked", "repetition");
    return new Moderation(words(map, "blocked"), words(map, "repetition"));
  }

  private static List<String> words(YamlMap map, String name) {
    return list(map, name, ContentReader::word);
  }

  private static String word(YamlValue value) {
    String word = value.scalar();
    if (word.isBlank()) {
      throw value.refused("expected a word");
    }
    return word;
  }

  private static <T> List<T> list(YamlMap map, String name, Function<YamlValue, T> reader) {
    return map.find(name)
        .map(value -> value.list().stream().map(reader).toList())
        .orElse(List.of());
  }
}
