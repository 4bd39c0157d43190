package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.JsonBody;
import dev.mimokit.server.wire.MediaInput;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;

/** The body of a Responses request as it came, valid or not. Immutable. */
final class ResponsesBody implements CallBody {

  private final JsonNode root;
  private final ResponsesDialect dialect;

  private ResponsesBody(JsonNode root, ResponsesDialect dialect) {
    this.root = root;
    this.dialect = dialect;
  }

  static ResponsesBody read(byte[] bytes, ResponsesDialect dialect) {
    return new ResponsesBody(JsonBody.read(bytes), dialect);
  }

  @Override
  public String model() {
    return root.path("model").isTextual() ? root.path("model").textValue() : "";
  }

  @Override
  public boolean stream() {
    return root.path("stream").isBoolean() && root.path("stream").booleanValue();
  }

  @Override
  public String lastUserText() {
    JsonNode input = root.path("input");
    if (input.isTextual()) {
      return input.textValue();
    }
    for (int i = input.size() - 1; i >= 0; i--) {
      JsonNode item = input.path(i);
      if ("user".equals(item.path("role").textValue())) {
        return said(item.path("content"));
      }
    }
    return "";
  }

  private static String said(JsonNode content) {
    StringBuilder text = new StringBuilder(content.asText(""));
    for (JsonNode part : content) {
      text.append(part.path("text").asText(""));
    }
    return text.toString();
  }

  @Override
  public PlatformError withoutModel() {
    if (!root.isObject()) {
      return PlatformErrors.BAD_JSON;
    }
    return new Fields(root).missingOr("model", "a string");
  }

  @Override
  public Checked check(ModelSpec spec) {
    return new ResponsesCheck(new Fields(root), new MediaInput(spec, dialect.media()), dialect)
        .run();
  }
}
