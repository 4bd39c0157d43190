package dev.mimokit.server.content;

import dev.mimokit.server.call.FinishReason;
import java.util.List;
import java.util.Optional;

/**
 * An answer in given words.
 *
 * @param answer may be empty when tools are called
 * @param reasoning given only where the model thinks; made up when absent
 * @param finish the usual one when absent: tool calls, else stop
 */
public record CannedAnswer(
    RequestPattern pattern,
    String answer,
    Optional<String> reasoning,
    Optional<FinishReason> finish,
    List<CannedCall> toolCalls) {

  /** Copies the calls. */
  public CannedAnswer {
    toolCalls = List.copyOf(toolCalls);
  }

  /** Why it ends. */
  public FinishReason ending() {
    return finish.orElse(toolCalls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS);
  }
}
