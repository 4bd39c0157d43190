package dev.mimokit.server.call;

/** Why an answer ended. */
public enum FinishReason {
  /** It was complete, or a stop sequence was reached. */
  STOP,
  /** The completion limit or the context was reached. */
  LENGTH,
  /** Tools are to be called. */
  TOOL_CALLS,
  /** Moderation ended it. */
  CONTENT_FILTER,
  /** It had begun to repeat itself. */
  REPETITION_TRUNCATION
}
