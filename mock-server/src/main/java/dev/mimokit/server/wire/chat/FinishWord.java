package dev.mimokit.server.wire.chat;

import dev.mimokit.server.call.FinishReason;
import java.util.Locale;

/** The words of {@code finish_reason}. */
final class FinishWord {

  private FinishWord() {}

  static String of(FinishReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
