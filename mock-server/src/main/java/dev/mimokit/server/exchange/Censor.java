package dev.mimokit.server.exchange;

import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Turn;
import dev.mimokit.server.content.Content;
import dev.mimokit.server.content.Directed;
import dev.mimokit.server.content.Directives;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import java.util.Optional;

/** Refuses calls for what their words say. Nothing is charged for them (ASSUMED). */
record Censor(Content content, Quirks quirks) {

  /** The error that answers a call; empty when its words are fine. */
  Optional<PlatformError> refuse(Ask ask) {
    if (!content.moderation().blockedWords().isEmpty()
        && content.moderation().blocks(ask.turns().stream().map(Turn::text).toList())) {
      return Optional.of(PlatformErrors.MODERATED.withStatus(quirks.moderationStatus()));
    }
    Directed directed = content.directed(ask.lastUserText());
    if (directed instanceof Directed.Refused refused) {
      return Optional.of(PlatformErrors.incorrect(refused.mistake()));
    }
    return directed instanceof Directives directives
        ? directives.error().map(Censor::named)
        : Optional.empty();
  }

  private static PlatformError named(String error) {
    if (Character.isDigit(error.charAt(0))) {
      return PlatformErrors.of(Integer.parseInt(error));
    }
    return PlatformErrors.named(error)
        .orElseGet(
            () ->
                PlatformErrors.incorrect(
                    "mimokit directive: unknown error '"
                        + error
                        + "', expected one of "
                        + PlatformErrors.names()));
  }
}
