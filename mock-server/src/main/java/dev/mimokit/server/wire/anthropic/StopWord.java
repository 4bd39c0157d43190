package dev.mimokit.server.wire.anthropic;

import dev.mimokit.server.call.FinishReason;

/**
 * The words of {@code stop_reason}. A stop sequence ends a turn like any other: no word is its own.
 */
final class StopWord {

  private StopWord() {}

  static String of(FinishReason reason) {
    return switch (reason) {
      case STOP -> "end_turn";
      case LENGTH -> "max_tokens";
      case TOOL_CALLS -> "tool_use";
      case CONTENT_FILTER -> "content_filter";
      case REPETITION_TRUNCATION -> "repetition_truncation";
    };
  }
}
