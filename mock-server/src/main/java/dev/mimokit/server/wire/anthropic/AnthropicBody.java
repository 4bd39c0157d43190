package dev.mimokit.server.wire.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.JsonBody;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;

/** The body of a messages request as it came, valid or not. Immutable. */
final class AnthropicBody implements CallBody {

  private final JsonNode root;
  private final AnthropicDialect dialect;

  private AnthropicBody(JsonNode root, AnthropicDialect dialect) {
    this.root = root;
    this.dialect = dialect;
  }

  static AnthropicBody read(byte[] bytes, AnthropicDialect dialect) {
    return new AnthropicBody(JsonBody.read(bytes), dialect);
  }

  @Override
  public String model() {
    return root.path("model").isTextual() ? root.path("model").textValue() : "";
  }

  @Override
  public boolean stream() {
    return root.path("stream").isBoolean() && root.path("stream").booleanValue();
  }

  /** Tool results are the user's too in this protocol, but are nothing the user said. */
  @Override
  public String lastUserText() {
    JsonNode messages = root.path("messages");
    for (int i = messages.size() - 1; i >= 0; i--) {
      JsonNode message = messages.path(i);
      String text = said(message.path("content"));
      if ("user".equals(message.path("role").textValue()) && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String said(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode block : content) {
      text.append(block.path("text").asText(""));
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
    return new AnthropicCheck(new Fields(root), spec, dialect).run();
  }
}
