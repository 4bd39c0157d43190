package dev.mimokit.server.content;

import dev.mimokit.server.call.FinishReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a prompt itself asks of its answer; what is absent is as usual. {@link DirectiveReader} says
 * how it is written.
 *
 * @param tokens of the answer
 * @param reasoning tokens of the thinking; has no effect where the model does not think
 * @param cached tokens of the prompt that are to be told as cached
 * @param ttft from the request to the first event
 * @param interToken from each event to the next
 * @param error a status within 400..599, or the name of an error
 */
public record Directives(
    OptionalInt tokens,
    OptionalInt reasoning,
    OptionalInt cached,
    Optional<Duration> ttft,
    Optional<Duration> interToken,
    Optional<FinishReason> finish,
    Optional<String> error)
    implements Directed {

  /** Asks for nothing. */
  public static final Directives NONE =
      new Directives(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
