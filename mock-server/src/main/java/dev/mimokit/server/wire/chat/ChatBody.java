package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Fields;
import dev.mimokit.server.wire.JsonBody;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;

/** The body of a chat request as it came, valid or not. Immutable. */
final class ChatBody implements CallBody {

  private final JsonNode root;
  private final ChatDialect dialect;

  private ChatBody(JsonNode root, ChatDialect dialect) {
    this.root = root;
    this.dialect = dialect;
  }

  /** Reads any bytes; what is no JSON object is refused later, by {@link #check}. */
  static ChatBody read(byte[] bytes, ChatDialect dialect) {
    return new ChatBody(JsonBody.read(bytes), dialect);
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
    JsonNode messages = root.path("messages");
    for (int i = messages.size() - 1; i >= 0; i--) {
      JsonNode message = messages.path(i);
      if ("user".equals(message.path("role").textValue())) {
        return MessageText.of(message);
      }
    }
    return "";
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
    return new ChatCheck(new Fields(root), spec, dialect).run();
  }
}
