package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.Reply;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.wire.ChatRequest;
import dev.mimokit.server.wire.FinishReason;
import dev.mimokit.server.wire.Usage;
import java.util.ArrayList;
import java.util.List;

/** Speaks what the reply source invents, one token a piece, within the room there is. */
public record SynthSpeaker(ReplySource source) implements Speaker {

  @Override
  public Utterance speak(ModelSpec spec, ChatRequest request, Room room) {
    String prompt = request.lastUserText();
    ReplyLength length = source.length(spec.id(), prompt);
    Reply whole =
        source.reply(spec.id(), prompt, request.thinking() ? length : length.withoutReasoning());
    Reply reply = new Stops(request.stop()).cut(whole).cut((int) room.completionTokens());
    return new Utterance(
        pieces(reply),
        request.thinking(),
        reply.isCut() ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.promptTokens(), reply.completionTokens(), reply.reasoning().size()));
  }

  private static List<Piece> pieces(Reply reply) {
    List<Piece> pieces = new ArrayList<>(reply.reasoning().size() + reply.content().size());
    reply.reasoning().forEach(text -> pieces.add(new Piece(text, true, 1)));
    reply.content().forEach(text -> pieces.add(new Piece(text, false, 1)));
    return pieces;
  }
}
