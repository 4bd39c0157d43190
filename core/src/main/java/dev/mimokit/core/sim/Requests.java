package dev.mimokit.core.sim;

import java.util.List;

/** Draws the tokens of requests. {@link #draw} first, then the getters. Not thread-safe. */
final class Requests {

  private final Draws draws;
  private final Supply.Reserve reserve;
  private final RequestClass[] classes;
  private final double[] upTo;
  private final TokenSource[] prompts;
  private final TokenSource[] outputs;
  private final long[] most;
  private int drawn;
  private long prompt;
  private long output;

  Requests(List<RequestClass> classes, Supply.Reserve reserve, Draws draws) {
    this.draws = draws;
    this.reserve = reserve;
    this.classes = classes.toArray(RequestClass[]::new);
    this.upTo = new double[this.classes.length];
    this.prompts =
        classes.stream().map(one -> TokenSource.of(one.prompt())).toArray(TokenSource[]::new);
    this.outputs =
        classes.stream().map(one -> TokenSource.of(one.output())).toArray(TokenSource[]::new);
    this.most = classes.stream().mapToLong(one -> one.maxOutput().orElse(Long.MAX_VALUE)).toArray();
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += this.classes[i].weight();
      upTo[i] = sum;
    }
  }

  /** The next request. */
  void draw() {
    drawn = pick();
    prompt = prompts[drawn].next(draws);
    output = Math.min(most[drawn], outputs[drawn].next(draws));
  }

  /** The next request is a row of a trace. */
  void take(long tracedPrompt, long tracedOutput) {
    drawn = 0;
    prompt = tracedPrompt;
    output = Math.min(most[0], tracedOutput);
  }

  private int pick() {
    int last = upTo.length - 1;
    if (last == 0) {
      return 0;
    }
    double at = draws.uniform() * upTo[last];
    int index = 0;
    while (index < last && at >= upTo[index]) {
      index++;
    }
    return index;
  }

  long prompt() {
    return prompt;
  }

  long output() {
    return output;
  }

  /** Tokens asked of the limiter. */
  long reserved() {
    return switch (reserve) {
      case PROMPT -> prompt;
      case PROMPT_AND_OUTPUT -> prompt + output;
      case PROMPT_AND_NAMED_MAXIMUM ->
          most[drawn] == Long.MAX_VALUE ? prompt : prompt + most[drawn];
    };
  }

  /** After which share of its service the client leaves; 1 when it stays. */
  double stays() {
    double cancelled = classes[drawn].cancelled();
    return cancelled > 0 && draws.uniform() < cancelled ? draws.uniform() : 1;
  }
}
