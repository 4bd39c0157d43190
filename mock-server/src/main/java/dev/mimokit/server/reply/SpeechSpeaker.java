package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task.Speak;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.speech.Recording;
import dev.mimokit.server.speech.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Speaks texts aloud. A text that nobody gave is made up from the description of the voice. */
record SpeechSpeaker(ReplySource source, int tokenMillis) {

  /** Sound in one event of a stream (ASSUMED). */
  private static final Duration PIECE = Duration.ofMillis(100);

  private static final int PREVIEW_TOKENS = 20;

  Utterance speak(ModelSpec spec, Ask ask, Speak task, Speaker.Room room) {
    String text = task.text().isEmpty() ? preview(spec, ask) : task.text();
    Recording recording =
        Recording.of(
            text,
            new Voice(task.voice(), source.seed()),
            (int) room.completionTokens(),
            tokenMillis);
    return new Utterance(
        pieces(recording, task),
        false,
        recording.isCut() ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.prompt(), recording.completionTokens(), 0),
        List.of(),
        task.preview() ? Optional.of(text) : Optional.empty());
  }

  private String preview(ModelSpec spec, Ask ask) {
    return source
        .reply(spec.id(), ask.lastUserText(), new ReplyLength(0, PREVIEW_TOKENS))
        .contentText();
  }

  private static List<Piece> pieces(Recording recording, Speak task) {
    long tokens = recording.completionTokens();
    if (!task.inPieces()) {
      return List.of(new Piece.Sounded(recording.bytes(task.format()), tokens));
    }
    List<byte[]> chunks = new ArrayList<>();
    Iterator<byte[]> rendered = recording.chunks(task.format(), PIECE);
    rendered.forEachRemaining(chunks::add);
    List<Piece> pieces = new ArrayList<>(chunks.size());
    for (int i = 0; i < chunks.size(); i++) {
      long share = tokens * (i + 1) / chunks.size() - tokens * i / chunks.size();
      pieces.add(new Piece.Sounded(chunks.get(i), share));
    }
    return pieces;
  }
}
