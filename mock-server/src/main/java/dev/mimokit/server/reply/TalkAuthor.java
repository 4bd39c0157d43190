package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.synth.Reply;
import dev.mimokit.core.synth.ReplyLength;
import dev.mimokit.core.synth.ReplySource;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task.Form;
import dev.mimokit.server.call.Task.Talk;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.content.Directives;
import dev.mimokit.server.schema.JsonObjectSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Invents talk: thoughts first when the model thinks, then calls of tools while tools are offered
 * and their results are not the last thing said, else one JSON object where that is the form, else
 * prose of one token a piece.
 */
public final class TalkAuthor implements Author {

  private final Content content;
  private final ReplySource source;
  private final ToLongFunction<CharSequence> tokens;
  private final ToolCaller caller;
  private final Librarian librarian;

  /** Counts what is not prose with {@code tokens}. */
  public TalkAuthor(Content content, ReplySource source, ToLongFunction<CharSequence> tokens) {
    this.content = content;
    this.source = source;
    this.tokens = tokens;
    this.caller = new ToolCaller(source.seed(), new CallWriter(tokens));
    this.librarian = new Librarian(source);
  }

  @Override
  public Optional<Draft> draft(ModelSpec spec, Ask ask) {
    return ask.task() instanceof Talk talk ? Optional.of(draft(spec, ask, talk)) : Optional.empty();
  }

  private Draft draft(ModelSpec spec, Ask ask, Talk talk) {
    boolean calls = !talk.tools().isEmpty() && !ask.endsWithToolResult();
    boolean prose = !calls && talk.form() == Form.TEXT;
    Reply reply = reply(spec, ask, prose);
    List<Piece> pieces = new ArrayList<>(reply.reasoning().size() + reply.content().size());
    pieces.addAll(OneToken.THOUGHT.of(reply.reasoning()));
    pieces.addAll(OneToken.SAID.of(reply.content()));
    if (calls) {
      pieces.addAll(caller.calls(spec, ask, talk));
    } else if (!prose) {
      pieces.addAll(object(spec, ask));
    }
    return new Draft(
        pieces,
        calls ? FinishReason.TOOL_CALLS : FinishReason.STOP,
        talk.search().map(search -> librarian.research(spec, ask, search)),
        Optional.empty());
  }

  /** What is thought, and what is said where that is prose. */
  private Reply reply(ModelSpec spec, Ask ask, boolean prose) {
    String prompt = occasion(ask);
    ReplyLength drawn = length(spec, ask, prompt);
    ReplyLength length = prose ? drawn : new ReplyLength(drawn.reasoning(), 0);
    return source.reply(spec.id(), prompt, ask.thinking() ? length : length.withoutReasoning());
  }

  /** As the prompt directs, else by the law of lengths. */
  private ReplyLength length(ModelSpec spec, Ask ask, String prompt) {
    ReplyLength drawn = source.length(spec.id(), prompt, content.length());
    return content.directed(ask.lastUserText()) instanceof Directives directives
        ? new ReplyLength(
            directives.reasoning().orElse(drawn.reasoning()),
            directives.tokens().orElse(drawn.content()))
        : drawn;
  }

  /** What is answered: the user's words, and a tool's result where one is the last thing said. */
  private static String occasion(Ask ask) {
    String prompt = ask.lastUserText();
    return ask.endsWithToolResult()
        ? prompt + '\n' + ask.turns().get(ask.turns().size() - 1).text()
        : prompt;
  }

  private List<Piece> object(ModelSpec spec, Ask ask) {
    long seed = Draw.of(source.seed(), spec.id(), ask).seed();
    String json = JsonObjectSample.of(instructions(ask), seed).toString();
    return Slices.of(json, tokens.applyAsLong(json), Piece.Said::new);
  }

  /** What may say how the object looks: system texts, and what the user said last. */
  private static String instructions(Ask ask) {
    StringBuilder text = new StringBuilder();
    for (Turn turn : ask.turns()) {
      if (turn.role().equals("system") || turn.role().equals("developer")) {
        text.append(turn.text()).append('\n');
      }
    }
    return text.append(ask.lastUserText()).toString();
  }
}
