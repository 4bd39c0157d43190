package dev.mimokit.server.exchange;

import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.retry.RetryAfter;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.exchange.Sender.Parcel;
import dev.mimokit.server.script.ScriptedAnswer;
import dev.mimokit.server.script.ScriptedBody;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.script.WholePlan;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformErrors;
import dev.mimokit.server.wire.ResponseHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Answers attempts as a script says, in place of everything that follows the parse: no charge. */
record ScriptedHandler(Platform platform, Dialect dialect, Sender sender) {

  private static final int OK = 200;

  /** Whether the built-in behaviour has no part in the answer. */
  static boolean takes(Step step) {
    return step.endsOnAccept() || !step.answer().isBuiltIn();
  }

  void answer(Attempt attempt, Step step) {
    attempt.account().countScripted();
    attempt
        .recorder()
        .rejected(attempt.arrivalNanos(), Set.of(Cause.SCRIPTED), OptionalLong.empty());
    WholePlan plan = step.whole();
    ScriptedAnswer answer = step.answer();
    OptionalLong wait = wait(answer);
    sender.send(
        attempt.exchange(),
        parcel(attempt, answer),
        plan,
        (written, nanos) -> {
          if (written) {
            attempt.recorder().answered(nanos, answer.status(), wait);
          } else {
            attempt.recorder().aborted(nanos, 0);
          }
        });
  }

  private OptionalLong wait(ScriptedAnswer answer) {
    long now = sender.wall().epochMillis();
    Optional<String> value = answer.headers().retryAfter(now);
    return value.isPresent()
        ? RetryAfter.parse(value.get(), Instant.ofEpochMilli(now))
        : OptionalLong.empty();
  }

  private Parcel parcel(Attempt attempt, ScriptedAnswer answer) {
    ResponseHeaders headers = platform.headers();
    boolean crossOrigin = Responder.crossOrigin(attempt.exchange());
    List<Header> own =
        new ArrayList<>(
            answer.status() == OK ? headers.json(crossOrigin) : headers.error(crossOrigin));
    byte[] body;
    if (answer.body().isPresent()) {
      ScriptedBody raw = answer.body().get();
      own.removeIf(header -> header.name().equalsIgnoreCase("content-type"));
      own.add(0, new Header("content-type", raw.contentType()));
      body = raw.text().getBytes(StandardCharsets.UTF_8);
    } else {
      body = dialect.error(error(answer), attempt.body().stream());
    }
    return new Parcel(
        answer.status(), sender.headers(own, answer.headers()), body, attempt.arrivalNanos());
  }

  private PlatformError error(ScriptedAnswer answer) {
    return answer
        .error()
        .flatMap(PlatformErrors::named)
        .orElseGet(() -> PlatformErrors.of(answer.status()))
        .formedBy(platform.quirks().errors())
        .withStatus(answer.status());
  }
}
