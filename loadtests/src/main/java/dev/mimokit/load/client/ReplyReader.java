package dev.mimokit.load.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mimokit.core.retry.Refusal;
import dev.mimokit.core.retry.RetryAfter;
import dev.mimokit.core.time.WallClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;

/** Says what a reply means. Stateless but for the wall clock, which dates in headers need. */
final class ReplyReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS = 1e9;

  private final WallClock wall;

  ReplyReader(WallClock wall) {
    this.wall = wall;
  }

  Reading read(Reply reply, boolean stream) {
    if (reply.status() < 200 || reply.status() > 299) {
      return refused(reply);
    }
    return stream ? streamed(reply) : plain(reply);
  }

  /** The end of an attempt that got no response. */
  static Reading noResponse(Throwable error) {
    return again(Outcome.Failure.NO_RESPONSE, Refusal.NO_RESPONSE, named(error));
  }

  /** An attempt that can never be sent, because its address or key is not valid. */
  static Reading unsendable(IllegalArgumentException error) {
    return new Reading.Final(
        new Outcome.Failed(
            Outcome.Failure.CLIENT, Refusal.NO_RESPONSE, OptionalDouble.empty(), "", named(error)));
  }

  private static String named(Throwable error) {
    Throwable cause = error.getCause();
    return error instanceof CompletionException && cause != null
        ? named(cause)
        : error.getClass().getSimpleName() + ": " + error.getMessage();
  }

  private static Reading plain(Reply reply) {
    Optional<String> text = reply.whole() ? content(reply.body()) : Optional.empty();
    return text.isPresent()
        ? new Reading.Answer(text.get())
        : again(Outcome.Failure.BROKEN_ANSWER, reply.status(), "the answer is cut or not readable");
  }

  private static Optional<String> content(String body) {
    try {
      JsonNode choice = JSON.readTree(body).path("choices").path(0);
      JsonNode content = choice.path("message").path("content");
      return content.isTextual() ? Optional.of(content.asText()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Reading streamed(Reply reply) {
    StreamText stream = StreamText.read(reply.body());
    String problem = reply.whole() ? stream.problem() : "the connection broke within the stream";
    if (problem.isEmpty()) {
      return new Reading.Answer(stream.text());
    }
    if (stream.empty()) {
      return again(Outcome.Failure.BROKEN_ANSWER, reply.status(), problem);
    }
    return new Reading.Final(
        new Outcome.Failed(
            Outcome.Failure.BROKEN_ANSWER,
            reply.status(),
            OptionalDouble.empty(),
            stream.text(),
            problem));
  }

  private static Reading again(Outcome.Failure failure, int status, String message) {
    return new Reading.Refused(
        new Outcome.Failed(failure, status, OptionalDouble.empty(), "", message),
        Refusal.NO_RESPONSE,
        OptionalLong.empty());
  }

  private Reading refused(Reply reply) {
    ErrorBody error = ErrorBody.parse(reply.body());
    OptionalLong asked =
        reply
            .headers()
            .first("Retry-After")
            .map(value -> RetryAfter.parse(value, now(reply)))
            .orElse(OptionalLong.empty());
    return new Reading.Refused(
        new Outcome.Failed(
            failure(reply.status(), error), reply.status(), seconds(asked), "", said(reply, error)),
        reply.status(),
        asked);
  }

  /** The server's own Date when it says one, so that a skewed host does not matter. */
  private Instant now(Reply reply) {
    try {
      Optional<String> date = reply.headers().first("Date");
      if (date.isPresent()) {
        return ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      }
    } catch (DateTimeException e) {
      // An unreadable Date is no Date.
    }
    return Instant.ofEpochMilli(wall.epochMillis());
  }

  private static Outcome.Failure failure(int status, ErrorBody error) {
    if (status == 429) {
      return error.exhausted() ? Outcome.Failure.QUOTA_EXHAUSTED : Outcome.Failure.RATE_LIMIT;
    }
    return status >= 500 ? Outcome.Failure.SERVER : Outcome.Failure.CLIENT;
  }

  private static OptionalDouble seconds(OptionalLong nanos) {
    return nanos.isPresent()
        ? OptionalDouble.of(nanos.getAsLong() / NANOS)
        : OptionalDouble.empty();
  }

  private static String said(Reply reply, ErrorBody error) {
    return error.message().isEmpty()
        ? "status " + reply.status()
        : reply.status() + " " + error.message();
  }
}
