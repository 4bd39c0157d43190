package dev.mimokit.core.journal;

import java.util.OptionalLong;
import java.util.Set;

/**
 * One thing that happened. Instants are nanoseconds of the writer's monotonic clock; on Linux all
 * processes of a host share its origin. The server's events of one attempt share its {@code
 * exchange} number; the caller's events name the call, which the server reads from the prompt.
 */
public sealed interface JournalEvent {

  /** When, on the writer's monotonic clock. */
  long atNanos();

  /** An event the server wrote. */
  sealed interface Served extends JournalEvent {
    /** The attempt's number within its server, from 1. */
    long exchange();
  }

  /** An event the runner wrote about the client under test. */
  sealed interface Observed extends JournalEvent {
    /** The call's name. */
    String call();
  }

  /**
   * An attempt arrived and was read whole.
   *
   * @param account the account its key belongs to; empty when the key was refused
   * @param keyHash the first 8 hex digits of the key's SHA-256; empty without a key
   * @param model the model asked for; empty when the body could not be read
   * @param call the call's name found in the prompt ({@code job-...}); empty when there is none
   * @param bodyHash the first 8 hex digits of the body's SHA-256
   * @param claims what the client said of the attempt itself
   */
  record Received(
      long atNanos,
      long exchange,
      String account,
      String keyHash,
      String model,
      String call,
      boolean stream,
      String bodyHash,
      Claims claims)
      implements Served {

    /** One whose client claimed nothing. */
    public Received(
        long atNanos,
        long exchange,
        String account,
        String keyHash,
        String model,
        String call,
        boolean stream,
        String bodyHash) {
      this(atNanos, exchange, account, keyHash, model, call, stream, bodyHash, Claims.NONE);
    }

    /** The same with that name for its call. */
    public Received named(String name) {
      return new Received(
          atNanos, exchange, account, keyHash, model, name, stream, bodyHash, claims);
    }
  }

  /**
   * What headers of a request say about retrying.
   *
   * @param retry the number of the retry, 0 for the first attempt (X-Stainless-Retry-Count)
   * @param idempotencyHash the first 8 hex digits of the SHA-256 of Idempotency-Key; empty without
   */
  record Claims(OptionalLong retry, String idempotencyHash) {

    /** No header of the kind. */
    public static final Claims NONE = new Claims(OptionalLong.empty(), "");
  }

  /** The limiter let it in, with {@code tokens} charged. */
  record Admitted(long atNanos, long exchange, long tokens) implements Served {}

  /**
   * It was refused.
   *
   * @param causes every reason, never empty
   * @param retryAfterNanos the exact wait, where one can be computed; not necessarily sent
   */
  record Rejected(long atNanos, long exchange, Set<Cause> causes, OptionalLong retryAfterNanos)
      implements Served {

    /** Copies the set; refuses an empty one. */
    public Rejected {
      causes = Set.copyOf(causes);
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("a rejection must have a cause");
      }
    }
  }

  /**
   * A whole answer was written, or the last event of a stream.
   *
   * @param status the HTTP status
   * @param retryAfterNanos the wait that was sent in Retry-After, as the client should read it
   */
  record Answered(long atNanos, long exchange, int status, OptionalLong retryAfterNanos)
      implements Served {}

  /** The first event with content of a stream was written. */
  record FirstToken(long atNanos, long exchange) implements Served {}

  /** An admitted attempt ended and was settled to these tokens. */
  record Completed(long atNanos, long exchange, long promptTokens, long completionTokens)
      implements Served {}

  /** The client left, or the connection was cut, after {@code events} stream events. */
  record Aborted(long atNanos, long exchange, int events) implements Served {}

  /** The runner asked the client under test for a call. */
  record Asked(long atNanos, String call) implements Observed {}

  /**
   * The client under test told its caller how a call ended.
   *
   * @param status the HTTP status it reported; 0 for none
   * @param partial whether it said that the text is incomplete
   * @param retryAfterNanos the wait of Retry-After, where its error exposes it
   */
  record Told(
      long atNanos,
      String call,
      boolean ok,
      int status,
      String errorClass,
      String text,
      boolean partial,
      OptionalLong retryAfterNanos)
      implements Observed {

    /** One that exposes no wait. */
    public Told(
        long atNanos,
        String call,
        boolean ok,
        int status,
        String errorClass,
        String text,
        boolean partial) {
      this(atNanos, call, ok, status, errorClass, text, partial, OptionalLong.empty());
    }
  }

  /**
   * The runner stopped watching a case: what a journal needs to be judged again.
   *
   * @param worstStallNanos the longest that the host stalled meanwhile
   * @param trouble why the case could not be run as it should; else empty
   */
  record Ended(long atNanos, long worstStallNanos, String trouble) implements JournalEvent {}
}
