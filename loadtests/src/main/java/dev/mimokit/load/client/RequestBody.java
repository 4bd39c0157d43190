package dev.mimokit.load.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of a chat completion request. */
final class RequestBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestBody() {}

  static String of(ChatCall call) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", call.model());
    body.putArray("messages").addObject().put("role", "user").put("content", call.prompt());
    if (call.stream()) {
      body.put("stream", true);
    }
    return body.toString();
  }
}
