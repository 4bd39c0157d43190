package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.quirk.Judging;
import dev.mimokit.server.quirk.UsageChunk;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.SharedFields;
import dev.mimokit.server.wire.chat.RecognitionReader.Heard;
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
  private static final String WRONG_STOP =
      "`stop` must be a string or at most " + MOST_STOPS + " strings";

  private final Fields body;
  private final ModelSpec spec;
  private final SharedFields shared;
  private final Judging judging;
  private final ChatDialect dialect;

  ChatCheck(Fields body, ModelSpec spec, ChatDialect dialect) {
    this.body = body;
    this.spec = spec;
    this.judging = dialect.rules().quirks().judging();
    this.shared = new SharedFields(body, spec, judging);
    this.dialect = dialect;
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
    boolean usageTold = usageTold();
    Bounds bounds = new Bounds(maxTokens(), stop());
    checkUnsupported();
    if (spec.hearing().isPresent()) {
      Heard heard = new RecognitionReader(body, spec.hearing().get(), dialect.media()).read();
      return new Ask(List.of(heard.turn()), false, bounds, heard.task(), usageTold);
    }
    List<Turn> turns =
        new Turns(
                new Parts(new MediaInput(spec, dialect.media())),
                thinking,
                judging.nullContentRefused())
            .read(body.array("messages"));
    Task task =
        spec.speech().isPresent()
            ? new SpeechReader(body, spec, spec.speech().get()).read(turns)
            : new TaskReader(body, dialect.rules()).read();
    return new Ask(turns, thinking, bounds, task, usageTold);
  }

  private boolean usageTold() throws Incorrect {
    Optional<JsonNode> options = body.object("stream_options");
    boolean included =
        options.isPresent() && new Fields(options.get()).flag("include_usage").orElse(false);
    return included || dialect.rules().quirks().usageChunk() == UsageChunk.ALWAYS;
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
    shared.checkSampling();
    shared.checkRange("frequency_penalty", -2, 2);
    shared.checkRange("presence_penalty", -2, 2);
    Optional<JsonNode> effort = body.find("reasoning_effort");
    if (effort.isPresent() && !List.of("low", "medium", "high").contains(effort.get().asText())) {
      throw new Incorrect(PlatformErrors.reasoningEffort(effort.get().asText()));
    }
  }

  /** {@code max_tokens} is accepted as an alias (OBSERVED 2026-05-27). */
  private OptionalLong maxTokens() throws Incorrect {
    OptionalLong alias = shared.maxTokens("max_tokens");
    OptionalLong own = shared.maxTokens("max_completion_tokens");
    return own.isPresent() ? own : alias;
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
      if (!item.isTextual()) {
        throw new Incorrect(WRONG_STOP);
      }
      stop.add(item.textValue());
    }
    if (stop.size() > MOST_STOPS && judging.manyStopsRefused()) {
      throw new Incorrect(WRONG_STOP, ErrorCase.MANY_STOPS);
    }
    return stop.subList(0, Math.min(stop.size(), MOST_STOPS));
  }

  /** {@code n} is refused (OBSERVED 2026-06-16, status only). */
  private void checkUnsupported() throws Incorrect {
    if (body.find("n").isPresent() && judging.nRefused()) {
      throw new Incorrect("`n` is not supported", ErrorCase.N_SENT);
    }
  }
}
