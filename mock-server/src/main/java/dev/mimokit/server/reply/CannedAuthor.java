package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task.Talk;
import dev.mimokit.server.call.ToolCall;
import dev.mimokit.server.content.CannedAnswer;
import dev.mimokit.server.content.CannedCall;
import dev.mimokit.server.content.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Gives the canned answer that fits a call; thoughts are made up where it has none. Its tools are
 * not called again when their result is the last thing said: then its text is the answer, and
 * without a text another author's.
 */
public record CannedAuthor(Content content, ReplySource source, ToLongFunction<CharSequence> tokens)
    implements Author {

  @Override
  public Optional<Draft> draft(ModelSpec spec, Ask ask) {
    if (content.answers().isEmpty() || !(ask.task() instanceof Talk)) {
      return Optional.empty();
    }
    return content
        .answer(spec.id(), ask.lastUserText())
        .filter(canned -> !canned.answer().isEmpty() || calls(canned, ask))
        .map(canned -> draft(spec, ask, canned));
  }

  private static boolean calls(CannedAnswer canned, Ask ask) {
    return !canned.toolCalls().isEmpty() && !ask.endsWithToolResult();
  }

  private Draft draft(ModelSpec spec, Ask ask, CannedAnswer canned) {
    List<Piece> pieces = new ArrayList<>();
    if (ask.thinking()) {
      pieces.addAll(thoughts(spec, ask, canned));
    }
    pieces.addAll(slices(canned.answer(), Piece.Said::new));
    if (!calls(canned, ask)) {
      return new Draft(pieces, canned.finish().orElse(FinishReason.STOP));
    }
    Draw draw = Draw.of(source.seed(), spec.id(), ask);
    for (int i = 0; i < canned.toolCalls().size(); i++) {
      CannedCall call = canned.toolCalls().get(i);
      ToolCall whole = new ToolCall(draw.callId(), call.name(), call.arguments());
      pieces.addAll(new CallWriter(tokens).pieces(i, whole));
    }
    return new Draft(pieces, canned.ending());
  }

  private List<Piece> thoughts(ModelSpec spec, Ask ask, CannedAnswer canned) {
    if (canned.reasoning().isPresent()) {
      return slices(canned.reasoning().get(), Piece.Thought::new);
    }
    String prompt = ask.lastUserText();
    int length = source.length(spec.id(), prompt, content.length()).reasoning();
    return source.reply(spec.id(), prompt, new ReplyLength(length, 0)).reasoning().stream()
        .<Piece>map(text -> new Piece.Thought(text, 1))
        .toList();
  }

  private List<Piece> slices(String text, Slices.Maker maker) {
    return Slices.of(text, tokens.applyAsLong(text), maker);
  }
}
