package dev.mimokit.server.content;

import dev.mimokit.core.synth.LengthLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything a user can say about the content of answers. Immutable and thread-safe.
 *
 * @param outputTokens how many tokens every answer has; empty for drawn lengths
 * @param length the law lengths are drawn by
 * @param answers the first whose pattern matches is given
 * @param recordings the first whose pattern matches is replayed; a canned answer goes before it
 * @param directives whether prompts are searched for directives
 * @param webSearch whether the account has the web search plugin; without it a search is refused
 */
public record Content(
    OptionalInt outputTokens,
    LengthLaw length,
    List<CannedAnswer> answers,
    List<RecordedAnswer> recordings,
    boolean directives,
    Moderation moderation,
    boolean webSearch) {

  /** What holds unless somebody says otherwise. */
  public static final Content DEFAULT =
      new Content(
          OptionalInt.empty(),
          LengthLaw.DEFAULT,
          List.of(),
          List.of(),
          true,
          Moderation.NONE,
          false);

  /** Copies the lists. */
  public Content {
    answers = List.copyOf(answers);
    recordings = List.copyOf(recordings);
  }

  /** The canned answer to a call, if there is one. */
  public Optional<CannedAnswer> answer(String modelId, String lastUserText) {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    return answers.stream()
        .filter(canned -> canned.pattern().matches(modelId, lastUserText))
        .findFirst();
  }

  /**
   * The recorded stream that answers a call, if there is one.
   *
   * @param named whether the events of the call's protocol have names
   */
  public Optional<Recording> recording(String modelId, String lastUserText, boolean named) {
    if (recordings.isEmpty()) {
      return Optional.empty();
    }
    return recordings.stream()
        .filter(recorded -> recorded.pattern().matches(modelId, lastUserText))
        .map(RecordedAnswer::recording)
        .filter(recording -> recording.isNamed() == named)
        .findFirst();
  }

  /** What the prompt asks of its answer; nothing where directives are off. */
  public Directed directed(String lastUserText) {
    return directives ? DirectiveReader.read(lastUserText) : Directives.NONE;
  }
}
