package dev.mimokit.server.reply;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Task.Talk;
import dev.mimokit.server.call.Tool;
import dev.mimokit.server.call.ToolCall;
import dev.mimokit.server.schema.SchemaSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls the tools that the prompt names, in that order; the first one when it names none. Where
 * only one may be called, it is the one named first. A call's arguments fit the tool's schema.
 */
record ToolCaller(long seed, CallWriter writer) {

  List<Piece> calls(ModelSpec spec, Ask ask, Talk talk) {
    String prompt = ask.lastUserText();
    List<Tool> called = chosen(talk, prompt);
    Draw draw = Draw.of(seed, spec.id(), ask);
    List<Piece> pieces = new ArrayList<>();
    for (int index = 0; index < called.size(); index++) {
      Tool tool = called.get(index);
      String id = draw.callId();
      String json = SchemaSample.of(tool.parameters(), draw.seed(), prompt).toString();
      pieces.addAll(writer.pieces(index, new ToolCall(id, tool.name(), json)));
    }
    return pieces;
  }

  private static List<Tool> chosen(Talk talk, String prompt) {
    List<Tool> named = new NamedTools(talk.tools()).in(prompt);
    List<Tool> called = named.isEmpty() ? talk.tools() : named;
    return named.isEmpty() || !talk.parallel() ? called.subList(0, 1) : called;
  }
}
