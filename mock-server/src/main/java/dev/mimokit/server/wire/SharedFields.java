package dev.mimokit.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Fields that several protocols have, under names of their own. Ranges: OpenAI, Anthropic and
 * Responses API pages, request body; that leaving them is a 400 is ASSUMED.
 */
public record SharedFields(Fields body, ModelSpec spec) {

  private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Speech models are offered by the chat protocol only. ASSUMED error: that of unknown ids. */
  public void checkOffered() throws Incorrect {
    if (spec.kind() != ModelSpec.Kind.TEXT) {
      throw new Incorrect(PlatformErrors.unknownModel(spec.id()));
    }
  }

  /** Temperature and top_p; while the model thinks they are read and then overridden. */
  public void checkSampling() throws Incorrect {
    body.within("temperature", spec.temperature().min(), spec.temperature().max());
    body.within("top_p", spec.topP().min(), spec.topP().max());
  }

  /** Most tokens of the answer. ASSUMED: the refusal has the chat protocol's words. */
  public OptionalLong maxTokens(String name) throws Incorrect {
    Optional<JsonNode> value = body.find(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().isIntegralNumber()) {
      throw new Incorrect("`" + name + "` must be an integer");
    }
    long max = spec.limits().maxOutput().value();
    if (!value.get().canConvertToLong() || value.get().longValue() > max) {
      throw new Incorrect(PlatformErrors.tooManyTokens(value.get().asText(), max));
    }
    if (value.get().longValue() < 1) {
      throw new Incorrect("`" + name + "` must be at least 1");
    }
    return OptionalLong.of(value.get().longValue());
  }

  /** A field that must be a string. */
  public static String required(Fields fields, String name) throws Incorrect {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      throw new Incorrect(fields.missingOr(name, "a string"));
    }
    return text.get();
  }

  /** The name of a tool: 1 to 64 letters, digits, - and _. */
  public static String toolName(Fields tool) throws Incorrect {
    String name = required(tool, "name");
    if (!TOOL_NAME.matcher(name).matches()) {
      throw new Incorrect("`name` must be 1 to 64 letters, digits, - and _");
    }
    return name;
  }
}
