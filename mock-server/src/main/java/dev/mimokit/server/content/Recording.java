package dev.mimokit.server.content;

import java.util.List;

/**
 * A stream as it was heard: the data of its events and when each came. Immutable.
 *
 * @param frames in the order of time; at least one
 */
public record Recording(List<Frame> frames) {

  /**
   * One event.
   *
   * @param offsetMillis since the request, at least 0
   * @param event its name, as the Anthropic and the Responses protocol have one; empty elsewhere
   * @param data the event's data without {@code data:}; the terminator's is {@code [DONE]}
   */
  public record Frame(long offsetMillis, String event, String data) {

    /** An event without a name. */
    public Frame(long offsetMillis, String data) {
      this(offsetMillis, "", data);
    }
  }

  /** Copies the frames; refuses an empty stream and time that runs back. */
  public Recording {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a recording needs at least one event");
    }
    long before = 0;
    for (int i = 0; i < frames.size(); i++) {
      long offset = frames.get(i).offsetMillis();
      if (offset < before) {
        throw new IllegalArgumentException(
            "event " + (i + 1) + " is earlier than what precedes it: " + offset + " ms");
      }
      before = offset;
    }
  }

  /** Whether its events have names; those of the chat protocol have none. */
  public boolean isNamed() {
    return !frames.get(0).event().isEmpty();
  }

  /** The same with all times multiplied, as pacing is; 0 sends everything at once. */
  public Recording scaled(double scale) {
    return new Recording(
        frames.stream()
            .map(
                frame ->
                    new Frame(
                        Math.round(frame.offsetMillis() * scale), frame.event(), frame.data()))
            .toList());
  }
}
