package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import java.util.List;

/**
 * Speaks answers of one length, for measurements: {@code tokens} pieces of one token each, no
 * reasoning, and a usage of exactly that many completion tokens. A request's maximum still holds.
 */
public record MeasuredSpeaker(ReplySource source, int tokens) implements Speaker {

  @Override
  public Utterance speak(ModelSpec spec, Ask ask, Room room) {
    int said = (int) Math.min(tokens, room.completionTokens());
    List<Piece> pieces =
        source.reply(spec.id(), ask.lastUserText(), new ReplyLength(0, said)).content().stream()
            .<Piece>map(text -> new Piece.Said(text, 1))
            .toList();
    return new Utterance(
        pieces,
        ask.thinking(),
        said < tokens ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.prompt(), said, 0));
  }
}
