package dev.mimokit.load.client;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.Jitter;
import dev.mimokit.core.retry.RetryAfterUse;
import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.load.agent.MimoAgent;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A client that is wrong in one way, and the verdicts it must change: without this a catalogue of
 * cases proves nothing.
 *
 * @param flips {@code case aspect VERDICT}, a line each, in the order of the cases
 */
record Mutant(String name, VirtualRun.Subject subject, String flips) {

  private static final RetryPolicy REFERENCE = RetryPolicy.reference();
  private static final long HEDGE_NANOS = 1_000_000_000L;
  private static final int FOR_EVER = Integer.MAX_VALUE;

  /** All of them. */
  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "no retry",
            retrying(RetryPolicy.none()),
            """
            1.7 behavior FAILED
            1.7 outcome FAILED
            1.8 behavior NON_STRICT
            1.8 outcome NON_STRICT
            1.9 behavior NON_STRICT
            1.9 outcome NON_STRICT
            1.11 behavior FAILED
            1.11 outcome FAILED
            2.1 behavior FAILED
            2.1 outcome FAILED
            2.2 behavior FAILED
            2.2 outcome FAILED
            2.3 behavior FAILED
            2.3 outcome FAILED
            2.4 behavior FAILED
            2.4 outcome FAILED
            2.5 behavior FAILED
            2.5 outcome FAILED
            2.6 behavior FAILED
            2.6 outcome FAILED
            2.7 behavior FAILED
            2.7 outcome NON_STRICT
            2.9 outcome OK
            2.10 outcome OK
            2.11 outcome OK
            2.14 behavior FAILED
            2.14 outcome FAILED
            2.15 behavior FAILED
            2.16 behavior INFORMATIONAL
            2.18 behavior FAILED
            3.1 behavior INFORMATIONAL
            3.2 behavior INFORMATIONAL
            3.4 behavior INFORMATIONAL
            3.5 behavior INFORMATIONAL
            3.6 behavior NON_STRICT
            3.7 behavior INFORMATIONAL
            4.1 behavior FAILED
            4.1 outcome FAILED
            4.3 behavior FAILED
            4.3 outcome FAILED
            4.4 behavior FAILED
            4.4 outcome NON_STRICT
            4.5 behavior INFORMATIONAL
            4.6 outcome NON_STRICT
            4.11 behavior FAILED
            4.11 outcome NON_STRICT
            4.13 behavior FAILED
            4.13 outcome FAILED
            5.1 outcome NON_STRICT
            5.6 outcome OK
            6.1 behavior NON_STRICT
            6.1 outcome NON_STRICT
            6.2 behavior NON_STRICT
            6.2 outcome NON_STRICT
            6.6 behavior FAILED
            6.6 outcome NON_STRICT
            6.7 behavior FAILED
            6.7 outcome FAILED
            7.1 behavior NON_STRICT
            7.1 outcome NON_STRICT
            9.1 outcome FAILED
            9.2 behavior INFORMATIONAL
            9.4 behavior INFORMATIONAL
            10.5 outcome OK
            """),
        new Mutant(
            "hot loop",
            retrying(backingOff(new Backoff.Constant(Duration.ZERO))),
            """
            2.4 behavior FAILED
            2.5 behavior FAILED
            2.6 behavior FAILED
            2.7 behavior NON_STRICT
            3.1 behavior FAILED
            3.2 behavior NON_STRICT
            3.4 behavior INFORMATIONAL
            3.5 behavior INFORMATIONAL
            3.6 behavior NON_STRICT
            4.6 outcome NON_STRICT
            4.11 outcome NON_STRICT
            5.1 outcome NON_STRICT
            10.4 behavior FAILED
            """),
        new Mutant(
            "no jitter",
            retrying(backingOff(doubling(Jitter.NONE, Duration.ofSeconds(32)))),
            """
            3.4 behavior FAILED
            3.5 behavior NON_STRICT
            4.11 outcome NON_STRICT
            """),
        new Mutant(
            "ignores Retry-After",
            retrying(REFERENCE.using(new RetryAfterUse.Ignore())),
            """
            2.1 behavior FAILED
            2.2 behavior FAILED
            2.8 behavior FAILED
            2.8 outcome INFORMATIONAL
            2.9 behavior FAILED
            2.10 behavior FAILED
            2.11 behavior FAILED
            2.12 behavior FAILED
            2.12 outcome INFORMATIONAL
            2.14 behavior FAILED
            2.15 behavior FAILED
            2.18 behavior FAILED
            4.1 behavior FAILED
            4.3 behavior FAILED
            4.3 outcome FAILED
            4.13 behavior FAILED
            4.13 outcome FAILED
            8.3 behavior FAILED
            """),
        new Mutant(
            "clamps Retry-After to 8 s",
            retrying(REFERENCE.using(new RetryAfterUse.Clamp(Duration.ofSeconds(8)))),
            """
            2.3 behavior FAILED
            2.8 behavior FAILED
            2.8 outcome INFORMATIONAL
            2.9 behavior FAILED
            2.10 behavior FAILED
            2.11 behavior FAILED
            2.12 behavior FAILED
            2.12 outcome INFORMATIONAL
            2.18 behavior NON_STRICT
            4.3 behavior FAILED
            4.3 outcome FAILED
            4.5 behavior NON_STRICT
            4.13 behavior FAILED
            """),
        new Mutant(
            "retries 400",
            retrying(REFERENCE.retrying(with(400))),
            """
            1.1 behavior FAILED
            1.11 behavior FAILED
            10.1 behavior FAILED
            10.2 behavior FAILED
            """),
        new Mutant(
            "retries for ever",
            retrying(endless(doubling(Jitter.EQUAL, Duration.ofSeconds(4)))),
            """
            3.3 behavior FAILED
            """),
        new Mutant(
            "answers twice",
            answeringTwice(),
            """
            9.1 behavior FAILED
            """),
        new Mutant(
            "takes a cut stream for the answer",
            told(answer -> answer.partial() ? whole(answer) : answer),
            """
            7.2 outcome FAILED
            7.3 outcome FAILED
            7.4 outcome FAILED
            7.5 outcome NON_STRICT
            7.6 outcome FAILED
            """),
        new Mutant(
            "appends a second stream to a cut one",
            appending(),
            """
            7.6 outcome FAILED
            """),
        new Mutant(
            "changes body and key with every attempt",
            sending(Mutant::changing),
            """
            9.2 behavior FAILED
            9.4 behavior FAILED
            """),
        new Mutant(
            "asks again beside a slow attempt",
            sending(Mutant::hedging),
            """
            5.6 behavior FAILED
            6.5 behavior FAILED
            7.7 behavior FAILED
            10.5 behavior FAILED
            """),
        new Mutant(
            "sleeps past its deadline",
            patient(),
            """
            2.12 outcome INFORMATIONAL
            3.8 outcome INFORMATIONAL
            6.4 outcome INFORMATIONAL
            6.5 outcome FAILED
            7.7 outcome NON_STRICT
            8.3 outcome NON_STRICT
            10.4 outcome FAILED
            """));
  }

  /** The client that is right. */
  static VirtualRun.Subject reference() {
    return retrying(REFERENCE);
  }

  private static VirtualRun.Subject retrying(RetryPolicy policy) {
    return (transport, time, random) ->
        new MimoAgent(new MimoClient(transport, time, policy, random, time.wall()), time);
  }

  private static RetryPolicy backingOff(Backoff backoff) {
    return new RetryPolicy(
        REFERENCE.retriedStatuses(),
        REFERENCE.maxAttempts(),
        backoff,
        REFERENCE.retryAfterUse(),
        REFERENCE.budget());
  }

  private static Backoff doubling(Jitter jitter, Duration cap) {
    return new Backoff.Exponential(Duration.ofSeconds(1), 2, cap, jitter);
  }

  /** Waits that grow to 32 s would hide it: 62 s of observation hold no tenth attempt of those. */
  private static RetryPolicy endless(Backoff backoff) {
    return RetryPolicy.of(FOR_EVER, backoff).using(REFERENCE.retryAfterUse());
  }

  private static Set<Integer> with(int status) {
    Set<Integer> statuses = new HashSet<>(REFERENCE.retriedStatuses());
    statuses.add(status);
    return statuses;
  }

  private static VirtualRun.Subject answeringTwice() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) -> agent.start(call, tell.andThen(tell));
    };
  }

  private static VirtualRun.Subject told(UnaryOperator<DriverAnswer> change) {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) -> agent.start(call, answer -> tell.accept(change.apply(answer)));
    };
  }

  private static DriverAnswer whole(DriverAnswer cut) {
    return withText(cut, cut.text(), true);
  }

  private static DriverAnswer withText(DriverAnswer answer, String text, boolean ok) {
    return new DriverAnswer(
        answer.job(),
        ok,
        text,
        !ok && answer.partial(),
        ok ? "" : answer.errorClass(),
        answer.status(),
        answer.retryAfter(),
        answer.ms());
  }

  private static VirtualRun.Subject appending() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) ->
          agent.start(
              call,
              first -> {
                if (first.partial()) {
                  agent.start(
                      call,
                      next -> tell.accept(withText(next, first.text() + next.text(), next.ok())));
                } else {
                  tell.accept(first);
                }
              });
    };
  }

  private static VirtualRun.Subject sending(BiFunction<Transport, VirtualTime, Transport> change) {
    return (transport, time, random) -> reference().on(change.apply(transport, time), time, random);
  }

  private static Transport changing(Transport transport, VirtualTime unused) {
    AtomicInteger sent = new AtomicInteger();
    return attempt ->
        transport.send(
            new Attempt(
                attempt.url(),
                attempt.apiKey() + sent.incrementAndGet(),
                attempt.body() + " ".repeat(sent.get()),
                attempt.stream()));
  }

  private static Transport hedging(Transport transport, VirtualTime time) {
    return attempt -> {
      CompletableFuture<Reply> first = transport.send(attempt);
      var unusedAlarm =
          time.schedule(
              HEDGE_NANOS,
              () -> {
                if (!first.isDone()) {
                  var unused = transport.send(attempt).thenAccept(first::complete);
                }
              });
      return first;
    };
  }

  private static VirtualRun.Subject patient() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) ->
          agent.start(
              new DriverCall(
                  call.caseId(),
                  call.job(),
                  call.baseUrl(),
                  call.apiKey(),
                  call.model(),
                  call.stream(),
                  call.prompt(),
                  call.deadlineMs() * 100),
              tell);
    };
  }
}
