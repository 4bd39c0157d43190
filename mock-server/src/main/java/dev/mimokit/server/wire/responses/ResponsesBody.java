package dev.mimokit.server.wire.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.media.MediaReader;
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
  private final MediaReader media;
  private final boolean reasoningRequired;

  private ResponsesBody(JsonNode root, MediaReader media, boolean reasoningRequired) {
    this.root = root;
    this.media = media;
    this.reasoningRequired = reasoningRequired;
  }

  static ResponsesBody read(byte[] bytes, MediaReader media, boolean reasoningRequired) {
    return new ResponsesBody(JsonBody.read(bytes), media, reasoningRequired);
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
      // ASSUMED: the platform's answer to broken JSON was never recorded.
      return PlatformErrors.incorrect("The request body is not a JSON object");
    }
    return new Fields(root).missingOr("model", "a string");
  }

  @Override
  public Checked check(ModelSpec spec) {
    return new ResponsesCheck(new Fields(root), new MediaInput(spec, media), reasoningRequired)
        .run();
  }
}
