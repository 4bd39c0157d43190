package dev.mimokit.load.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.FinishReason;
import dev.mimokit.server.call.Piece;
import dev.mimokit.server.call.Usage;
import dev.mimokit.server.call.Utterance;
import dev.mimokit.server.wire.CallBody;
import dev.mimokit.server.wire.Checked;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.Events;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.Spoken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One dialect behind a plain HTTP server, with a model that thinks, calls the first tool it is
 * offered, and says what the tool found. So a library's whole tool round trip is tested against the
 * dialect's bytes alone.
 */
record ScriptedDialect(Dialect dialect) implements HttpHandler {

  static final String MODEL = "mimo-v2.6-pro";

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final Usage USAGE = new Usage(new Usage.Prompt(20), 5, 2);

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      CallBody body = dialect.read(exchange.getRequestBody().readAllBytes());
      Checked checked = body.check(Catalog.load("2026-10-09").models().get(0));
      if (checked instanceof Checked.Valid valid) {
        Spoken spoken = new Spoken(ID, MODEL, 7, valid.ask(), answer(valid.ask()));
        if (body.stream()) {
          send(exchange, 200, "text/event-stream", stream(dialect.events(spoken)));
        } else {
          send(exchange, 200, "application/json", dialect.whole(spoken));
        }
      } else if (checked instanceof Checked.Refused refused) {
        PlatformError error = refused.error();
        send(exchange, error.status(), "application/json", dialect.error(error, body.stream()));
      }
    }
  }

  private static Utterance answer(Ask ask) {
    if (!ask.endsWithToolResult()) {
      return utterance(
          FinishReason.TOOL_CALLS,
          new Piece.Called(0, "0123456789abcdef01234567", "weather", 1),
          new Piece.Argued(0, "{\"city\":", 1),
          new Piece.Argued(0, "\"Paris\"}", 1));
    }
    String found = ask.turns().get(ask.turns().size() - 1).text();
    return utterance(FinishReason.STOP, new Piece.Said("It is ", 1), new Piece.Said(found, 1));
  }

  private static Utterance utterance(FinishReason finish, Piece... pieces) {
    List<Piece> all = new ArrayList<>();
    all.add(new Piece.Thought("Let me", 1));
    all.add(new Piece.Thought(" see", 1));
    all.addAll(List.of(pieces));
    return new Utterance(all, true, finish, USAGE);
  }

  private static byte[] stream(Events events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < events.count(); i++) {
      out.writeBytes(events.event(i, 7));
    }
    return out.toByteArray();
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("content-type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
