package dev.mimokit.server.script;

/**
 * Where the tokens are among the events of a stream. A chat stream of 3 tokens is role, 3 tokens,
 * finish, usage, terminator: {@code (7, 1, 3)}.
 *
 * @param count of all events, the terminator included; at least 1
 * @param firstToken index of the first event that carries a token
 * @param tokens events that carry tokens
 */
public record StreamShape(int count, int firstToken, int tokens) {

  /** Refuses tokens outside the stream. */
  public StreamShape {
    if (firstToken < 0 || tokens < 0 || count < Math.max(1, firstToken + tokens)) {
      throw new IllegalArgumentException(
          "a stream of " + count + " events cannot have " + tokens + " tokens from " + firstToken);
    }
  }
}
