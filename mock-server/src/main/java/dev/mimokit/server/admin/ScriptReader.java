package dev.mimokit.server.admin;

import dev.mimokit.server.script.Script;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.List;
import java.util.Optional;

/** Reads the scripts that {@code POST scripts} takes. */
final class ScriptReader {

  private ScriptReader() {}

  static Script read(AdminBody body) {
    body.only("account", "variants", "then");
    List<List<Step>> variants =
        body.listsOfObjects("variants").stream()
            .map(steps -> steps.stream().map(ScriptReader::step).toList())
            .toList();
    try {
      return new Script(body.text("account"), variants, then(body));
    } catch (IllegalArgumentException e) {
      throw AdminException.bad(String.valueOf(e.getMessage()));
    }
  }

  private static Script.Then then(AdminBody body) {
    return switch (body.optionalText("then").orElse("serve")) {
      case "serve" -> Script.Then.SERVE;
      case "repeat" -> Script.Then.REPEAT;
      default -> throw AdminException.bad("'then' must be serve or repeat");
    };
  }

  private static Step step(AdminBody body) {
    body.only("status", "retryAfter", "error", "times");
    Optional<String> error = body.optionalText("error");
    if (error.isPresent() && PlatformErrors.named(error.get()).isEmpty()) {
      throw AdminException.bad(
          "unknown error '" + error.get() + "', expected one of " + PlatformErrors.names());
    }
    long status =
        body.whole("status", 200, 599)
            .orElseThrow(() -> AdminException.bad(body.path() + ": status is missing"));
    long times = body.whole("times", 1, Step.MOST).orElse(1);
    try {
      return new Step((int) status, body.optionalText("retryAfter"), error, (int) times);
    } catch (IllegalArgumentException e) {
      throw AdminException.bad(body.path() + ": " + e.getMessage());
    }
  }
}
