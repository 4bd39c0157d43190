package dev.mimokit.load.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the server-sent events of a chat completion. A stream is complete only when it said why it
 * finished and then {@code [DONE]}, without an error in between: a clean end of the connection
 * proves nothing.
 */
final class StreamText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringBuilder text = new StringBuilder();
  private int events;
  private boolean finished;
  private boolean done;
  private String problem = "";

  static StreamText read(String body) {
    StreamText stream = new StreamText();
    StringBuilder data = new StringBuilder();
    for (String line : body.split("\r\n|\r|\n", -1)) {
      if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
      } else if (line.isEmpty() && !data.isEmpty()) {
        stream.take(data.toString());
        data.setLength(0);
      }
    }
    return stream;
  }

  String text() {
    return text.toString();
  }

  boolean empty() {
    return events == 0;
  }

  /** Why the stream is not complete; empty when it is. */
  String problem() {
    if (!problem.isEmpty()) {
      return problem;
    }
    if (!finished) {
      return "the stream ended without a finish_reason";
    }
    return done ? "" : "the stream ended without [DONE]";
  }

  private void take(String data) {
    events++;
    if (data.equals("[DONE]")) {
      done = true;
      return;
    }
    try {
      takeChunk(JSON.readTree(data));
    } catch (JsonProcessingException e) {
      fail("the stream holds an event that is not JSON");
    }
  }

  private void takeChunk(JsonNode chunk) {
    if (chunk.hasNonNull("error") || chunk.path("type").asText("").equals("error")) {
      String message = chunk.path("error").path("message").asText("");
      fail("the stream reported an error" + (message.isEmpty() ? "" : ": " + message));
      return;
    }
    JsonNode choice = chunk.path("choices").path(0);
    text.append(choice.path("delta").path("content").asText(""));
    finished |= choice.hasNonNull("finish_reason");
  }

  private void fail(String why) {
    problem = problem.isEmpty() ? why : problem;
  }
}
