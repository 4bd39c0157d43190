package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.wire.ChatRequest;
import dev.mimokit.server.wire.FinishReason;
import dev.mimokit.server.wire.Usage;
import java.util.List;

/**
 * Speaks answers of one length, for measurements: {@code tokens} pieces of one token each, no
 * reasoning, and a usage of exactly that many completion tokens. A request's maximum still holds.
 */
public record MeasuredSpeaker(ReplySource source, int tokens) implements Speaker {

  @Override
  public Utterance speak(ModelSpec spec, ChatRequest request, Room room) {
    int said = (int) Math.min(tokens, room.completionTokens());
    List<Piece> pieces =
        source.reply(spec.id(), request.lastUserText(), new ReplyLength(0, said)).content().stream()
            .map(text -> new Piece(text, false, 1))
            .toList();
    return new Utterance(
        pieces,
        request.thinking(),
        said < tokens ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.promptTokens(), said, 0));
  }
}
