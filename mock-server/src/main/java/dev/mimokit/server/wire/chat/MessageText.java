package dev.mimokit.server.wire.chat;

import com.fasterxml.jackson.databind.JsonNode;

/** The text of a message: its content or text parts, then names and arguments of tool calls. */
final class MessageText {

  private MessageText() {}

  static String of(JsonNode message) {
    JsonNode content = message.path("content");
    JsonNode calls = message.path("tool_calls");
    if (content.isTextual() && calls.isEmpty()) {
      return content.textValue();
    }
    StringBuilder text = new StringBuilder(content.asText(""));
    for (JsonNode part : content) {
      text.append(part.path("text").asText(""));
    }
    for (JsonNode call : calls) {
      JsonNode function = call.path("function");
      text.append(function.path("name").asText("")).append(function.path("arguments").asText(""));
    }
    return text.toString();
  }
}
