package dev.mimokit.load.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** Writes and reads the lines of the protocol. Unknown fields are ignored. Thread-safe. */
public final class DriverProtocol {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DriverProtocol() {}

  /** A call as a line, without the line break. */
  public static String line(DriverCall call) {
    ObjectNode node = JSON.createObjectNode();
    node.put("case", call.caseId());
    node.put("job", call.job());
    node.put("baseUrl", call.baseUrl());
    node.put("apiKey", call.apiKey());
    node.put("model", call.model());
    node.put("stream", call.stream());
    node.put("prompt", call.prompt());
    node.put("deadlineMs", call.deadlineMs());
    if (call.cancelMs() > 0) {
      node.put("cancelMs", call.cancelMs());
    }
    return node.toString();
  }

  /** An answer as a line, without the line break. */
  public static String line(DriverAnswer answer) {
    ObjectNode node = JSON.createObjectNode();
    node.put("job", answer.job());
    node.put("ok", answer.ok());
    node.put("text", answer.text());
    node.put("partial", answer.partial());
    node.put("errorClass", answer.errorClass());
    node.put("status", answer.status());
    if (answer.retryAfter().isPresent()) {
      node.put("retryAfter", answer.retryAfter().getAsDouble());
    }
    node.put("ms", answer.ms());
    return node.toString();
  }

  /** Reads a call. */
  public static DriverCall readCall(String line) throws DriverFormatException {
    JsonNode node = object(line);
    return new DriverCall(
        node.path("case").asText(""),
        required(node, "job"),
        required(node, "baseUrl"),
        required(node, "apiKey"),
        required(node, "model"),
        node.path("stream").asBoolean(false),
        required(node, "prompt"),
        node.path("deadlineMs").asLong(Long.MAX_VALUE / 1_000_000),
        node.path("cancelMs").asLong(0));
  }

  /** Reads an answer; only {@code job} and {@code ok} are required. */
  public static DriverAnswer readAnswer(String line) throws DriverFormatException {
    JsonNode node = object(line);
    if (!node.path("ok").isBoolean()) {
      throw new DriverFormatException("driver answer needs \"ok\": true or false: " + line);
    }
    return new DriverAnswer(
        required(node, "job"),
        node.path("ok").booleanValue(),
        node.path("text").asText(""),
        node.path("partial").asBoolean(false),
        node.path("errorClass").asText(""),
        node.path("status").asInt(0),
        node.path("retryAfter").isNumber()
            ? OptionalDouble.of(node.path("retryAfter").doubleValue())
            : OptionalDouble.empty(),
        node.path("ms").asLong(0));
  }

  private static JsonNode object(String line) throws DriverFormatException {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        throw new DriverFormatException("expected one JSON object a line: " + line);
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new DriverFormatException("expected one JSON object a line: " + line);
    }
  }

  private static String required(JsonNode node, String name) throws DriverFormatException {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw new DriverFormatException("driver line needs the text \"" + name + "\": " + node);
    }
    return value.textValue();
  }
}
