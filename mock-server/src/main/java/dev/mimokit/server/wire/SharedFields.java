package dev.mimokit.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.quirk.Judging;
import dev.mimokit.server.quirk.OutOfRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Fields that several protocols have, under names of their own. Ranges: OpenAI, Anthropic and
 * Responses API pages, request body; that leaving them is a 400 is ASSUMED.
 */
public record SharedFields(Fields body, ModelSpec spec, Judging judging) {

  /** Fields of OpenAI's own API that no page of the platform names. */
  private static final List<String> UNSETTLED =
      List.of("seed", "logprobs", "top_logprobs", "logit_bias");

  private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Speech models are offered by the chat protocol only. ASSUMED error: that of unknown ids. */
  public void checkOffered() throws Incorrect {
    if (spec.kind() != ModelSpec.Kind.TEXT) {
      throw new Incorrect(PlatformErrors.unknownModel(spec.id()));
    }
  }

  /** Temperature and top_p; while the model thinks they are read and then overridden. */
  public void checkSampling() throws Incorrect {
    checkRange("temperature", spec.temperature().min(), spec.temperature().max());
    checkRange("top_p", spec.topP().min(), spec.topP().max());
    if (judging.unsettledFieldsRefused()) {
      for (String name : UNSETTLED) {
        if (body.find(name).isPresent()) {
          throw new Incorrect("`" + name + "` is not supported");
        }
      }
    }
  }

  /** A number that samples; a switch says what becomes of one outside its range. */
  public void checkRange(String name, double min, double max) throws Incorrect {
    if (judging.outOfRange() == OutOfRange.INCORRECT) {
      body.within(name, min, max);
      return;
    }
    Optional<JsonNode> value = body.number(name);
    if (value.isPresent() && judging.outOfRange() == OutOfRange.VALIDATOR) {
      double number = value.get().doubleValue();
      if (number < min || number > max) {
        throw new Incorrect(
            PlatformErrors.outOfRange(
                name, value.get().toString(), number < min ? min : max, number < min));
      }
    }
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
