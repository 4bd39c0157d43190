package dev.mimokit.server.wire;

/** Why an answer ended. */
public enum FinishReason {
  /** It was complete, or a stop sequence was reached. */
  STOP("stop"),
  /** The completion limit or the context was reached. */
  LENGTH("length");

  private final String wireName;

  FinishReason(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
