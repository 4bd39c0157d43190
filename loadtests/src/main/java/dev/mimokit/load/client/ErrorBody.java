package dev.mimokit.load.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.regex.Pattern;

/** The error object of a refusal, read leniently: gateways answer HTML or nothing at all. */
record ErrorBody(String code, String type, String message) {

  // "quota exhausted" is the platform's own text for a spent plan (OBSERVED through a relay);
  // insufficient_quota and insufficient_balance are the codes of the dialect it speaks.
  private static final Pattern SPENT =
      Pattern.compile(
          "insufficient (quota|balance|credits?)"
              + "|(quota|balance|plan|credits?)( is| has been| have been)? (exhausted|used up)");

  private static final ObjectMapper JSON = new ObjectMapper();

  static ErrorBody parse(String body) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      return new ErrorBody(
          error.path("code").asText(""),
          error.path("type").asText(""),
          error.isTextual() ? error.asText() : error.path("message").asText(""));
    } catch (JsonProcessingException e) {
      return new ErrorBody("", "", "");
    }
  }

  /** Whether it says that the plan, the quota or the balance is spent: waiting cannot help. */
  boolean exhausted() {
    String said = (code + "\n" + type + "\n" + message).toLowerCase(Locale.ROOT);
    return SPENT.matcher(said.replace('_', ' ')).find();
  }
}
