package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.call.Task;
import dev.mimokit.server.call.Task.Form;
import dev.mimokit.server.quirk.ErrorCase;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.Incorrect;
import java.util.Optional;

/** Reads what is wanted of a model that talks. */
record TaskReader(Fields body, ChatRules rules) {

  private static final String WRONG_FORM = "`response_format.type` must be text or json_object";

  Task read() throws Incorrect {
    body.flag("webSearchEnabled");
    Form form = form();
    if (body.find("tools").isEmpty()) {
      return form == Form.TEXT ? Task.TALK : new ToolReader(rules).none(form);
    }
    return new ToolReader(rules).read(body.array("tools"), form);
  }

  /**
   * The platform has no {@code json_schema}; its refusal was never seen, so the text is ASSUMED.
   */
  private Form form() throws Incorrect {
    Optional<JsonNode> format = body.object("response_format");
    if (format.isEmpty()) {
      return Form.TEXT;
    }
    return switch (new Fields(format.get()).text("type").orElse("")) {
      case "text" -> Form.TEXT;
      case "json_object" -> Form.JSON_OBJECT;
      case "json_schema" -> schema();
      default -> throw new Incorrect(WRONG_FORM, ErrorCase.RESPONSE_FORMAT);
    };
  }

  private Form schema() throws Incorrect {
    return switch (rules.quirks().judging().jsonSchema()) {
      case JSON_OBJECT -> Form.JSON_OBJECT;
      case TEXT -> Form.TEXT;
      case REFUSED -> throw new Incorrect(WRONG_FORM, ErrorCase.RESPONSE_FORMAT);
    };
  }
}
