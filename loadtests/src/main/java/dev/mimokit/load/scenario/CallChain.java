package dev.mimokit.load.scenario;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.core.time.NanoClock;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The chain of one virtual user: one call, attempted and backed off until it is answered or given
 * up.
 *
 * <p>A refusal is an answer, not an error: every status passes the check, and only the group around
 * the call fails, when the call is given up. Nothing here blocks Gatling's event loop: the policy
 * is a pure function and waits are Gatling pauses, rounded up to its millisecond so that none ends
 * early. Streams are not used: Gatling's SSE support hides the status and headers of a refusal.
 */
public final class CallChain {

  private static final String CALL = "call";
  private static final String STATUS = "status";
  private static final String RETRY_AFTER = "retryAfter";
  private static final String BODY = "body";
  private static final Duration ONE_MILLI = Duration.ofMillis(1);

  private final SuitePlan plan;
  private final Load load;
  private final Recorder recorder;
  private final NanoClock clock;
  private final RetryPolicy policy;

  /** A chain that reports to {@code recorder}. */
  public CallChain(SuitePlan plan, Load load, Recorder recorder, NanoClock clock) {
    this.plan = plan;
    this.load = load;
    this.recorder = recorder;
    this.clock = clock;
    this.policy = plan.retryPolicy();
  }

  /** One call, with all its attempts and waits. */
  public ChainBuilder call() {
    return group(load.name())
        .on(
            exec(this::begin)
                .exec(asLongAs(session -> callOf(session).open()).on(attempt().exec(backoff())))
                .exec(this::end));
  }

  private ChainBuilder attempt() {
    return exec(this::beginAttempt).exec(request()).exec(this::endAttempt);
  }

  private static ChainBuilder backoff() {
    return doIf(session -> callOf(session).open())
        .then(pause(session -> wholeMillis(callOf(session).delayNanos())));
  }

  private HttpRequestActionBuilder request() {
    return http("attempt")
        .post("/chat/completions")
        .header("Authorization", session -> "Bearer " + load.apiKey(callOf(session).user()))
        .header("Content-Type", "application/json")
        .body(StringBody(session -> body(callOf(session).user())))
        .check(
            status().saveAs(STATUS),
            header("Retry-After").optional().saveAs(RETRY_AFTER),
            bodyString().saveAs(BODY));
  }

  private String body(long user) {
    return """
    {"model":"%s","messages":[{"role":"user","content":"%s: answer in one word."}],\
    "max_completion_tokens":16}\
    """
        .formatted(load.model(user), load.job(user));
  }

  private Session begin(Session session) {
    long user = recorder.offer();
    SplittableRandom random = new SplittableRandom(plan.seed() * 31 + load.job(user).hashCode());
    return session.set(CALL, new Call(user, policy, random, clock.nanoTime()));
  }

  private Session beginAttempt(Session session) {
    callOf(session).beginAttempt(clock.nanoTime());
    return session.removeAll(STATUS, RETRY_AFTER, BODY);
  }

  private Session endAttempt(Session session) {
    long now = clock.nanoTime();
    Call call = callOf(session);
    recorder.attempt(call.endAttempt(responseOf(session), now));
    // A lost connection marks the session failed; whether the call failed is the policy's word.
    return call.givenUp() ? session.markAsFailed() : session.markAsSucceeded();
  }

  private Session end(Session session) {
    recorder.finish(callOf(session).sample());
    return session;
  }

  private static Response responseOf(Session session) {
    if (!session.contains(STATUS)) {
      return Response.NONE;
    }
    Optional<String> retryAfter =
        session.contains(RETRY_AFTER)
            ? Optional.of(session.getString(RETRY_AFTER))
            : Optional.empty();
    String body = session.contains(BODY) ? session.getString(BODY) : "";
    return Response.of(session.getInt(STATUS), retryAfter, body, Instant.now());
  }

  private static Call callOf(Session session) {
    return session.<Call>get(CALL);
  }

  private static Duration wholeMillis(long nanos) {
    return Duration.ofNanos(nanos).plus(ONE_MILLI).minusNanos(1).truncatedTo(ChronoUnit.MILLIS);
  }
}
