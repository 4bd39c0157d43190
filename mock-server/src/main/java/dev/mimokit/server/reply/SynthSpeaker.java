package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.Reply;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Speaks what the reply source invents, one token a piece, within the room there is. */
public record SynthSpeaker(ReplySource source) implements Speaker {

  @Override
  public Utterance speak(ModelSpec spec, Ask ask, Room room) {
    String prompt = ask.lastUserText();
    ReplyLength length = source.length(spec.id(), prompt);
    Reply whole =
        source.reply(spec.id(), prompt, ask.thinking() ? length : length.withoutReasoning());
    Reply reply = new Stops(ask.bounds().stop()).cut(whole).cut((int) room.completionTokens());
    return new Utterance(
        pieces(reply),
        ask.thinking(),
        reply.isCut() ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.prompt(), reply.completionTokens(), reply.reasoning().size()));
  }

  private static List<Piece> pieces(Reply reply) {
    List<Piece> pieces = new ArrayList<>(reply.reasoning().size() + reply.content().size());
    reply.reasoning().forEach(text -> pieces.add(new Piece.Thought(text, 1)));
    reply.content().forEach(text -> pieces.add(new Piece.Said(text, 1)));
    return pieces;
  }
}
