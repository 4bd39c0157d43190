package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Task.Transcribe;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what a recording might say: as many words as fit its length, in its language. Nobody
 * listens; the same recording always gives the same words.
 */
public record TranscriptAuthor(ReplySource source) implements Author {

  /** A speaker's pace, tokens a second (ASSUMED). */
  private static final double PACE = 3;

  private static final int MOST = 2048;
  private static final String CHINESE = "zh";
  private static final String CHINESE_WORDS = "录音";

  @Override
  public Optional<Draft> draft(ModelSpec spec, Ask ask) {
    return ask.task() instanceof Transcribe task
        ? Optional.of(draft(spec, task))
        : Optional.empty();
  }

  private Draft draft(ModelSpec spec, Transcribe task) {
    int length = (int) Math.max(2, Math.min(MOST, Math.round(task.seconds() * PACE)));
    String occasion = (task.language().equals(CHINESE) ? CHINESE_WORDS : "") + task.fingerprint();
    List<String> words = source.reply(spec.id(), occasion, new ReplyLength(0, length)).content();
    return new Draft(OneToken.SAID.of(words), FinishReason.STOP);
  }
}
