package dev.mimokit.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.content.CannedAnswer;
import dev.mimokit.server.content.CannedCall;
import dev.mimokit.server.content.FinishWord;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one of {@code content.answers}. */
final class AnswerReader {

  private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private AnswerReader() {}

  static CannedAnswer read(YamlValue entry) {
    YamlMap map =
        entry
            .map()
            .only("match", "contains", "model", "answer", "reasoning", "finish", "toolCalls");
    List<CannedCall> calls =
        map.find("toolCalls")
            .map(list -> list.list().stream().map(AnswerReader::call).toList())
            .orElse(List.of());
    if (calls.isEmpty()) {
      map.get("answer");
    }
    return new CannedAnswer(
        PatternReader.read(entry, map),
        map.find("answer").map(YamlValue::scalar).orElse(""),
        map.find("reasoning").map(YamlValue::scalar),
        map.find("finish").map(AnswerReader::finish),
        calls);
  }

  private static FinishReason finish(YamlValue value) {
    return FinishWord.of(value.scalar())
        .orElseThrow(() -> value.refused("expected one of " + FinishWord.ALL));
  }

  private static CannedCall call(YamlValue value) {
    YamlMap map = value.map().only("name", "arguments");
    String name = map.get("name").scalar();
    if (!TOOL.matcher(name).matches()) {
      throw map.get("name").refused("expected 1 to 64 letters, digits, - and _: " + name);
    }
    return new CannedCall(name, map.find("arguments").map(AnswerReader::arguments).orElse("{}"));
  }

  private static String arguments(YamlValue value) {
    String text = value.text();
    try {
      if (JSON.readTree(text).isObject()) {
        return text;
      }
    } catch (JsonProcessingException e) {
      throw value.refused("is not JSON: " + e.getOriginalMessage());
    }
    throw value.refused("expected the text of a JSON object");
  }
}
