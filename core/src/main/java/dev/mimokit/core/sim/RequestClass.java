package dev.mimokit.core.sim;

import java.util.OptionalLong;

/**
 * A kind of request.
 *
 * @param weight its share among the classes, in any unit; positive
 * @param maxOutput the maximum it names ({@code max_completion_tokens}), which caps its output
 * @param cancelled share of admitted requests that the client gives up before they end, in [0, 1];
 *     such a request ends at a uniform instant of its service, with its tokens so far
 */
public record RequestClass(
    String name,
    double weight,
    Tokens prompt,
    Tokens output,
    OptionalLong maxOutput,
    double cancelled) {

  /** Refuses a weight that is not positive, a maximum below 1 and a share outside [0, 1]. */
  public RequestClass {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight of " + name + " must be positive: " + weight);
    }
    if (maxOutput.isPresent() && maxOutput.getAsLong() < 1) {
      throw new IllegalArgumentException(
          "maxOutput of " + name + " must be at least 1: " + maxOutput.getAsLong());
    }
    if (!(cancelled >= 0 && cancelled <= 1)) {
      throw new IllegalArgumentException(
          "cancelled share of " + name + " must be within 0..1: " + cancelled);
    }
  }

  /** No maximum named, nothing cancelled, weight 1. */
  public static RequestClass of(Tokens prompt, Tokens output) {
    return new RequestClass("all", 1, prompt, output, OptionalLong.empty(), 0);
  }
}
