package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Bounds;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.media.MediaReader;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.SharedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads one messages request against one model. {@code cache_control} and {@code
 * thinking.budget_tokens} are ignored, as the platform does (OBSERVED), and so is every field the
 * page does not name.
 */
final class AnthropicCheck {

  private final Fields body;
  private final ModelSpec spec;
  private final MediaReader media;
  private final SharedFields shared;

  AnthropicCheck(Fields body, ModelSpec spec, AnthropicDialect dialect) {
    this.body = body;
    this.spec = spec;
    this.media = dialect.media();
    this.shared = new SharedFields(body, spec, dialect.quirks().judging());
  }

  Checked run() {
    try {
      return new Checked.Valid(ask());
    } catch (Incorrect refused) {
      return new Checked.Refused(refused.error());
    }
  }

  private Ask ask() throws Incorrect {
    shared.checkOffered();
    shared.checkSampling();
    body.flag("stream");
    boolean thinking = thinking();
    OptionalLong maxTokens = shared.maxTokens("max_tokens");
    Bounds bounds = new Bounds(maxTokens, stop());
    Task task = new Tools(body).task();
    return new Ask(turns(thinking), thinking, bounds, task);
  }

  /** The page knows enabled and disabled only; other words of Anthropic's own API are refused. */
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

  /** The page names no most of them. */
  private List<String> stop() throws Incorrect {
    List<String> stop = new ArrayList<>();
    if (body.find("stop_sequences").isEmpty()) {
      return stop;
    }
    for (JsonNode item : body.array("stop_sequences")) {
      if (!item.isTextual()) {
        throw new Incorrect("`stop_sequences` must hold strings");
      }
      stop.add(item.textValue());
    }
    return stop;
  }

  /** {@code system} is a turn like any other: both protocols count the same (OBSERVED). */
  private List<Turn> turns(boolean thinking) throws Incorrect {
    List<Turn> turns = new ArrayList<>();
    Optional<JsonNode> system = body.find("system");
    if (system.isPresent()) {
      turns.add(new Turn("system", system(system.get())));
    }
    turns.addAll(new Messages(new MediaInput(spec, media), thinking).read(body.array("messages")));
    return turns;
  }

  private static String system(JsonNode system) throws Incorrect {
    if (system.isTextual()) {
      return system.textValue();
    }
    if (!system.isArray()) {
      throw new Incorrect("`system` must be a string or an array of text blocks");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode block : system) {
      if (!"text".equals(block.path("type").textValue())) {
        throw new Incorrect("`system` must be a string or an array of text blocks");
      }
      text.append(SharedFields.required(new Fields(block), "text"));
    }
    return text.toString();
  }
}
