package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Task.Form;
import dev.mimokit.server.call.Task.Talk;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import java.util.List;

/**
 * Speaks plain answers of one length, for measurements: {@code tokens} pieces of one token each, no
 * reasoning, and a usage of exactly that many completion tokens. A request's maximum still holds.
 *
 * @param otherwise answers what is not plain text: calls of tools, JSON, speech
 */
public record MeasuredSpeaker(ReplySource source, int tokens, Speaker otherwise)
    implements Speaker {

  @Override
  public Utterance speak(ModelSpec spec, Ask ask, Room room) {
    return isPlain(ask) ? measured(spec, ask, room) : otherwise.speak(spec, ask, room);
  }

  private static boolean isPlain(Ask ask) {
    return ask.task() instanceof Talk talk
        && talk.form() == Form.TEXT
        && (talk.tools().isEmpty() || ask.endsWithToolResult());
  }

  private Utterance measured(ModelSpec spec, Ask ask, Room room) {
    int said = (int) Math.min(tokens, room.completionTokens());
    List<String> texts =
        source.reply(spec.id(), ask.lastUserText(), new ReplyLength(0, said)).content();
    return new Utterance(
        OneToken.SAID.of(texts),
        ask.thinking(),
        said < tokens ? FinishReason.LENGTH : FinishReason.STOP,
        new Usage(room.prompt(), said, 0));
  }
}
