package dev.mimokit.server.content;

import dev.mimokit.server.call.FinishReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reasons why an answer ends, as files and directives spell them: {@code tool_calls}. */
public final class FinishWord {

  /** All spellings, for messages. */
  public static final String ALL =
      Arrays.stream(FinishReason.values()).map(FinishWord::word).collect(Collectors.joining(", "));

  private FinishWord() {}

  /** The reason spelled so; empty when there is none. */
  public static Optional<FinishReason> of(String word) {
    return Arrays.stream(FinishReason.values())
        .filter(reason -> word(reason).equals(word))
        .findAny();
  }

  private static String word(FinishReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
