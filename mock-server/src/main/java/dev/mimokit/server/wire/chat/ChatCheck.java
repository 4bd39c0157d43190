package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads one chat request against one model. Wrong fields come before features that are not mocked
 * yet, so that a bad request is always called bad. Ranges: OpenAI API page, request parameters;
 * that leaving them is a 400 is ASSUMED.
 */
final class ChatCheck {

  private static final int MOST_STOPS = 4;

  private final Fields body;
  private final ModelSpec spec;

  ChatCheck(Fields body, ModelSpec spec) {
    this.body = body;
    this.spec = spec;
  }

  Checked run() {
    try {
      return new Checked.Valid(ask());
    } catch (Incorrect refused) {
      return new Checked.Refused(refused.error());
    }
  }

  private Ask ask() throws Incorrect {
    boolean thinking = thinking();
    checkSampling();
    body.flag("stream");
    body.object("stream_options");
    OptionalLong maxTokens = maxTokens();
    List<String> stop = stop();
    checkUnsupported();
    new Features(body, spec).check();
    List<Turn> turns = new Turns(spec, thinking).read(body.array("messages"));
    return new Ask(turns, thinking, new Bounds(maxTokens, stop), Task.TALK);
  }

  private boolean thinking() throws Incorrect {
    Optional<JsonNode> thinking = body.object("thinking");
    if (thinking.isEmpty()) {
      return spec.thinking().enabledByDefault();
    }
    String type = new Fields(thinking.get()).text("type").orElse("");
    if (!type.equals("enabled") && !type.equals("disabled")) {
      throw new Incorrect("`thinking.type` must be enabled or disabled");
    }
    return type.equals("enabled") && spec.thinking().supported();
  }

  private void checkSampling() throws Incorrect {
    body.within("temperature", spec.temperature().min(), spec.temperature().max());
    body.within("top_p", spec.topP().min(), spec.topP().max());
    body.within("frequency_penalty", -2, 2);
    body.within("presence_penalty", -2, 2);
    Optional<JsonNode> effort = body.find("reasoning_effort");
    if (effort.isPresent() && !List.of("low", "medium", "high").contains(effort.get().asText())) {
      throw new Incorrect(PlatformErrors.reasoningEffort(effort.get().asText()));
    }
  }

  /** {@code max_tokens} is accepted as an alias (OBSERVED 2026-05-27). */
  private OptionalLong maxTokens() throws Incorrect {
    OptionalLong alias = maxTokens("max_tokens");
    OptionalLong own = maxTokens("max_completion_tokens");
    return own.isPresent() ? own : alias;
  }

  private OptionalLong maxTokens(String name) throws Incorrect {
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

  private List<String> stop() throws Incorrect {
    Optional<JsonNode> value = body.find("stop");
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get().isTextual()) {
      return List.of(value.get().textValue());
    }
    JsonNode list = body.array("stop");
    List<String> stop = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isTextual() || stop.size() == MOST_STOPS) {
        throw new Incorrect("`stop` must be a string or at most " + MOST_STOPS + " strings");
      }
      stop.add(item.textValue());
    }
    return stop;
  }

  /** {@code n} is refused (OBSERVED 2026-06-16, status only). */
  private void checkUnsupported() throws Incorrect {
    if (body.find("n").isPresent()) {
      throw new Incorrect("`n` is not supported");
    }
  }
}
