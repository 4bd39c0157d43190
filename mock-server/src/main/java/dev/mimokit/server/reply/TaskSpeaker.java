package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Task.Speak;
import dev.mimokit.server.call.Utterance;

/** Gives what is to be spoken aloud to a voice, and everything else to a writer. */
public final class TaskSpeaker implements Speaker {

  private final SpeechSpeaker voice;
  private final Speaker writer;

  /** Speaks with the seed of {@code source}; a token of speech lasts {@code tokenMillis}. */
  public TaskSpeaker(ReplySource source, int tokenMillis, Speaker writer) {
    this.voice = new SpeechSpeaker(source, tokenMillis);
    this.writer = writer;
  }

  @Override
  public Utterance speak(ModelSpec spec, Ask ask, Room room) {
    return ask.task() instanceof Speak speak
        ? voice.speak(spec, ask, speak, room)
        : writer.speak(spec, ask, room);
  }
}
