package dev.mimokit.server.exchange;

import dev.mimokit.core.retry.RetryAfter;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.engine.Answer;
import dev.mimokit.server.engine.Exchange;
import dev.mimokit.server.engine.Header;
import dev.mimokit.server.quirk.Quirks;
import dev.mimokit.server.wire.Dialect;
import dev.mimokit.server.wire.PlatformError;
import dev.mimokit.server.wire.PlatformError.Emitter;
import dev.mimokit.server.wire.ResponseHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends errors and notes that they were written. */
record Responder(Dialect dialect, ResponseHeaders headers, WallClock wall, Quirks quirks) {

  void refuse(Attempt attempt, PlatformError error) {
    error(attempt.exchange(), attempt.recorder(), error, attempt.body().stream());
  }

  void error(Exchange exchange, Recorder recorder, PlatformError error, boolean streamed) {
    error(exchange, recorder, new Refusal(error, streamed, Optional.empty()));
  }

  void error(Exchange exchange, Recorder recorder, Refusal refusal) {
    PlatformError error = refusal.error().formedBy(quirks.errors());
    List<Header> sent = new ArrayList<>(headers.error(crossOrigin(exchange)));
    if (refusal.streamed() && error.emitter() == Emitter.BACKEND) {
      sent.set(0, new Header("content-type", quirks.streamErrorContentType()));
    }
    refusal.retryAfter().ifPresent(value -> sent.add(new Header("retry-after", value)));
    OptionalLong wait =
        refusal.retryAfter().isPresent()
            ? RetryAfter.parse(refusal.retryAfter().get(), Instant.ofEpochMilli(wall.epochMillis()))
            : OptionalLong.empty();
    int status = error.status();
    exchange.answer(
        new Answer(status, sent, dialect.error(error, refusal.streamed())),
        (written, nanos) -> {
          if (written) {
            recorder.answered(nanos, status, wait);
          } else {
            recorder.aborted(nanos, 0);
          }
        });
  }

  /** Browsers get the answer's permission to read it; others are not told. */
  static boolean crossOrigin(Exchange exchange) {
    return exchange.header("origin").isPresent();
  }

  /** An error, whether a stream was asked for, and the value of Retry-After, if one is sent. */
  record Refusal(PlatformError error, boolean streamed, Optional<String> retryAfter) {}
}
