package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.Thinking;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.SharedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads one Responses request against one model. Of the fields the page calls unsupported, {@code
 * previous_response_id} is refused, because ignoring it would lose the conversation; {@code
 * background} and {@code context_management} are ignored (the page allows either; ASSUMED).
 */
record ResponsesCheck(Fields body, MediaInput media, ResponsesDialect dialect) {

  private static final String NO_REASONING = "none";
  private static final Set<String> EFFORTS =
      Set.of("minimal", "low", "medium", "high", "xhigh", "max", "ultra");

  Checked run() {
    try {
      return new Checked.Valid(ask());
    } catch (Incorrect refused) {
      return new Checked.Refused(refused.error());
    }
  }

  private Ask ask() throws Incorrect {
    SharedFields shared = new SharedFields(body, media.spec(), dialect.quirks().judging());
    shared.checkOffered();
    shared.checkSampling();
    body.flag("stream");
    if (body.find("previous_response_id").isPresent()) {
      throw new Incorrect("`previous_response_id` is not supported");
    }
    boolean thinking = thinking();
    OptionalLong maxTokens = shared.maxTokens("max_output_tokens");
    Task task = new Task.Talk(new Tools(body).read(), form(), Optional.empty());
    return new Ask(turns(thinking), thinking, new Bounds(maxTokens, List.of()), task);
  }

  private boolean thinking() throws Incorrect {
    Thinking thinking = media.spec().thinking();
    Optional<JsonNode> reasoning = body.object("reasoning");
    Optional<String> effort =
        reasoning.isEmpty() ? Optional.empty() : new Fields(reasoning.get()).text("effort");
    if (effort.isEmpty()) {
      return thinking.enabledByDefault();
    }
    if (effort.get().equals(NO_REASONING)) {
      return false;
    }
    if (!EFFORTS.contains(effort.get())) {
      throw new Incorrect(
          "`reasoning.effort` must be none, minimal, low, medium, high, xhigh, max or ultra");
    }
    return thinking.supported();
  }

  private Task.Form form() throws Incorrect {
    Optional<JsonNode> text = body.object("text");
    Optional<JsonNode> format =
        text.isEmpty() ? Optional.empty() : new Fields(text.get()).object("format");
    if (format.isEmpty()) {
      return Task.Form.TEXT;
    }
    return switch (new Fields(format.get()).text("type").orElse("")) {
      case "text" -> Task.Form.TEXT;
      case "json_object" -> Task.Form.JSON_OBJECT;
      default -> throw new Incorrect("`text.format.type` must be text or json_object");
    };
  }

  private List<Turn> turns(boolean thinking) throws Incorrect {
    List<Turn> turns = new ArrayList<>();
    Optional<String> instructions = body.text("instructions");
    instructions.ifPresent(text -> turns.add(new Turn("system", text)));
    turns.addAll(new Input(media, thinking && dialect.reasoningRequired()).read(body));
    return turns;
  }
}
