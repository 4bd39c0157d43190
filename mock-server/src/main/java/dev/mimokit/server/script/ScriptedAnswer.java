package dev.mimokit.server.script;

import java.util.Optional;

/**
 * What an attempt is answered.
 *
 * @param status the HTTP status; 200 lets the built-in behaviour make the body
 * @param error the name of the platform's body; its usual body for the status when there is none
 * @param headers added to those of the answer
 * @param body in place of any other
 */
public record ScriptedAnswer(
    int status, Optional<String> error, ScriptedHeaders headers, Optional<ScriptedBody> body) {

  /** The built-in answer as it is. */
  public static final ScriptedAnswer BUILT_IN =
      new ScriptedAnswer(200, Optional.empty(), ScriptedHeaders.NONE, Optional.empty());

  private static final int OK = 200;

  /** Refuses what is neither 200 nor an error, and two bodies for one answer. */
  public ScriptedAnswer {
    if (status != OK && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be 200 or within 400..599: " + status);
    }
    if (error.isPresent() && body.isPresent()) {
      throw new IllegalArgumentException("either error or body, not both");
    }
  }

  /** Whether the built-in behaviour makes the body, and may be charged for it. */
  public boolean isBuiltIn() {
    return status == OK && body.isEmpty();
  }
}
