package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mimokit.core.catalog.ModelSpec;
import java.io.IOException;

/**
 * The body of a chat request as it came, valid or not: what the journal and scripts need of it, and
 * the way to a checked request. Immutable.
 */
public final class ChatBody {

  private static final int DEEPEST = 100;
  private static final ObjectReader READER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final JsonNode root;

  private ChatBody(JsonNode root) {
    this.root = root;
  }

  /** Reads any bytes; what is no JSON object is refused later, by {@link #check}. */
  public static ChatBody read(byte[] bytes) {
    try {
      return new ChatBody(READER.readTree(bytes));
    } catch (IOException e) {
      return new ChatBody(MissingNode.getInstance());
    }
  }

  /** The model asked for; empty when none is named. */
  public String model() {
    return root.path("model").isTextual() ? root.path("model").textValue() : "";
  }

  /** Whether a stream was asked for. */
  public boolean stream() {
    return root.path("stream").isBoolean() && root.path("stream").booleanValue();
  }

  /** The text of the last user message; empty when there is none. */
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

  /** The error of a body that names no model, or the empty model name's. */
  public PlatformError withoutModel() {
    if (!root.isObject()) {
      // ASSUMED: the platform's answer to broken JSON was never recorded.
      return PlatformErrors.incorrect("The request body is not a JSON object");
    }
    return new Fields(root).missingOr("model", "a string");
  }

  /** The request, or the error that answers it; {@code spec} is the model it names. */
  public Checked check(ModelSpec spec) {
    return new ChatCheck(new Fields(root), spec).run();
  }
}
