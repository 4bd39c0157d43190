package dev.mimokit.server.content;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Words that end a call badly, matched anywhere and whatever their case. The platform matches
 * keywords over system messages too (OBSERVED, MiMo issue 76), and publishes none: the lists are
 * empty until a user fills them.
 *
 * @param blockedWords a call that says one is refused as high risk
 * @param repetitionWords an answer to a call that says one is cut off as repeating itself
 */
public record Moderation(List<String> blockedWords, List<String> repetitionWords) {

  /** Nothing is moderated. */
  public static final Moderation NONE = new Moderation(List.of(), List.of());

  /** Copies the words in lower case; refuses blank ones. */
  public Moderation {
    blockedWords = lower(blockedWords);
    repetitionWords = lower(repetitionWords);
  }

  /** Whether a call is refused; {@code texts} of all its messages. */
  public boolean blocks(Collection<String> texts) {
    return holds(texts, blockedWords);
  }

  /** Whether the answer is cut off; {@code texts} of all messages. */
  public boolean cutsOff(Collection<String> texts) {
    return holds(texts, repetitionWords);
  }

  private static boolean holds(Collection<String> texts, List<String> words) {
    return !words.isEmpty()
        && texts.stream()
            .map(text -> text.toLowerCase(Locale.ROOT))
            .anyMatch(text -> words.stream().anyMatch(text::contains));
  }

  private static List<String> lower(List<String> words) {
    if (words.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a moderated word must not be blank");
    }
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
