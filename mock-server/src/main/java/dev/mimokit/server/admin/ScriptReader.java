package dev.mimokit.server.admin;

import dev.mimokit.server.script.Script;
import dev.mimokit.server.script.Step;
import java.util.List;

/** Reads the scripts that {@code POST scripts} takes. */
final class ScriptReader {

  private ScriptReader() {}

  static Script read(AdminBody body) {
    body.only("account", "variants", "then", "seed");
    List<List<Step>> variants =
        body.listsOfObjects("variants").stream()
            .map(steps -> steps.stream().map(StepReader::read).toList())
            .toList();
    try {
      return new Script(
          body.text("account"),
          variants,
          then(body),
          body.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0));
    } catch (IllegalArgumentException e) {
      throw AdminException.bad(String.valueOf(e.getMessage()));
    }
  }

  private static Script.Then then(AdminBody body) {
    return switch (body.optionalText("then").orElse("serve")) {
      case "serve" -> Script.Then.SERVE;
      case "repeat" -> Script.Then.REPEAT;
      case "cycle" -> Script.Then.CYCLE;
      default -> throw AdminException.bad("'then' must be serve, repeat or cycle");
    };
  }
}
