package dev.mimokit.load.client;

import java.time.Duration;

/**
 * What a caller asks for: one user message to one model.
 *
 * @param baseUrl ends in {@code /v1}
 * @param deadline counted from the moment the call is made
 */
public record ChatCall(
    String baseUrl, String apiKey, String model, String prompt, boolean stream, Duration deadline) {

  /** Refuses deadlines that are not positive. */
  public ChatCall {
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline must be positive: " + deadline);
    }
  }
}
