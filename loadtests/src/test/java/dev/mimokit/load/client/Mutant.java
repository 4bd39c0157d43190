package dev.mimokit.load.client;

import dev.mimokit.core.retry.Backoff;
import dev.mimokit.core.retry.Jitter;
import dev.mimokit.core.retry.RetryAfterUse;
import dev.mimokit.core.retry.RetryBudget;
import dev.mimokit.core.retry.RetryPolicy;
import dev.mimokit.load.agent.MimoAgent;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
            4.8 behavior FAILED
            4.9 behavior FAILED
            4.10 behavior FAILED
            4.11 behavior FAILED
            4.11 outcome NON_STRICT
            4.12 behavior FAILED
            4.13 behavior FAILED
            4.13 outcome FAILED
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
            8.4 behavior INFORMATIONAL
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
            8.4 behavior INFORMATIONAL
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
            8.5 outcome INFORMATIONAL
            10.4 outcome FAILED
            """),
        new Mutant(
            "no retry budget",
            unbounded(REFERENCE),
            """
            5.3 behavior FAILED
            5.3 outcome INFORMATIONAL
            5.4 behavior NON_STRICT
            """),
        new Mutant(
            "goes on after a cancellation",
            heedless(),
            """
            8.4 behavior FAILED
            """),
        new Mutant(
            "forgets a call whose connection was refused",
            forgetful(),
            """
            6.3 outcome FAILED
            """),
        new Mutant(
            "keeps the wait from its caller",
            told(Mutant::withoutWait),
            """
            8.5 outcome NON_STRICT
            """),
        new Mutant(
            "makes one call after the other",
            queueing(),
            """
            2.18 behavior INCONCLUSIVE
            2.18 outcome INCONCLUSIVE
            3.2 behavior INCONCLUSIVE
            3.2 outcome INCONCLUSIVE
            3.4 behavior INCONCLUSIVE
            3.4 outcome INCONCLUSIVE
            3.5 behavior INCONCLUSIVE
            3.5 outcome INCONCLUSIVE
            4.5 behavior INFORMATIONAL
            4.9 outcome NON_STRICT
            4.10 outcome NON_STRICT
            4.11 behavior FAILED
            5.2 behavior INCONCLUSIVE
            5.2 outcome INCONCLUSIVE
            5.3 behavior INCONCLUSIVE
            5.3 outcome INCONCLUSIVE
            5.4 behavior NON_STRICT
            5.6 behavior INCONCLUSIVE
            5.6 outcome INCONCLUSIVE
            10.4 behavior INCONCLUSIVE
            10.4 outcome INCONCLUSIVE
            """),
        new Mutant(
            "sulks for 20 s after an error",
            sulking(),
            """
            5.1 behavior NON_STRICT
            5.2 behavior INCONCLUSIVE
            5.2 outcome INCONCLUSIVE
            5.3 behavior INCONCLUSIVE
            5.3 outcome INCONCLUSIVE
            5.4 behavior NON_STRICT
            5.5 behavior INCONCLUSIVE
            5.5 outcome INCONCLUSIVE
            """),
        new Mutant(
            "neglects its second key",
            unfair(),
            """
            4.1 outcome FAILED
            4.3 outcome FAILED
            4.4 outcome NON_STRICT
            4.5 behavior NON_STRICT
            4.6 outcome NON_STRICT
            4.8 behavior NON_STRICT
            4.12 behavior NON_STRICT
            4.13 behavior FAILED
            4.13 outcome FAILED
            5.6 outcome OK
            9.1 outcome FAILED
            """),
        new Mutant(
            "a new idempotency key with every attempt",
            claiming("idempotency-key", true),
            """
            9.3 behavior FAILED
            """),
        new Mutant(
            "declares every attempt the first",
            claiming("x-stainless-retry-count", false),
            """
            9.5 behavior NON_STRICT
            """));
  }

  private static DriverAnswer withoutWait(DriverAnswer answer) {
    return new DriverAnswer(
        answer.job(),
        answer.ok(),
        answer.text(),
        answer.partial(),
        answer.errorClass(),
        answer.status(),
        OptionalDouble.empty(),
        answer.ms());
  }

  /** The client that is right. */
  static VirtualRun.Subject reference() {
    return retrying(REFERENCE);
  }

  private static VirtualRun.Subject retrying(RetryPolicy policy) {
    return (transport, time, random) ->
        unbounded(policy.within(RetryBudget.usual())).on(transport, time, random);
  }

  private static VirtualRun.Subject unbounded(RetryPolicy policy) {
    return (transport, time, random) -> {
      MimoClient client = new MimoClient(transport, time, policy, random, time.wall());
      return new MimoAgent(() -> client, time);
    };
  }

  /** Goes on after its caller has cancelled. */
  private static VirtualRun.Subject heedless() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      return (call, tell) -> {
        agent.start(patient(call, 1, 0), call.cancelMs() == 0 ? tell : answer -> {});
        if (call.cancelMs() > 0) {
          var unused =
              time.schedule(
                  call.cancelMs() * 1_000_000, () -> tell.accept(DriverAnswer.cancelled(call)));
        }
      };
    };
  }

  /** Forgets a call whose connection was refused. */
  private static VirtualRun.Subject forgetful() {
    return (transport, time, random) -> {
      AtomicBoolean refused = new AtomicBoolean();
      Transport noting =
          attempt ->
              transport
                  .send(attempt)
                  .whenComplete(
                      (reply, error) -> {
                        if (error instanceof ConnectException) {
                          refused.set(true);
                        }
                      });
      var agent = reference().on(noting, time, random);
      return (call, tell) ->
          agent.start(
              call,
              answer -> {
                if (!refused.get()) {
                  tell.accept(answer);
                }
              });
    };
  }

  /** Makes one call after the other. */
  private static VirtualRun.Subject queueing() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      Deque<Runnable> waiting = new ArrayDeque<>();
      return (call, tell) -> {
        Runnable start =
            () ->
                agent.start(
                    call,
                    answer -> {
                      tell.accept(answer);
                      waiting.remove();
                      if (!waiting.isEmpty()) {
                        waiting.element().run();
                      }
                    });
        waiting.add(start);
        if (waiting.size() == 1) {
          start.run();
        }
      };
    };
  }

  /** Puts every call off for 20 s once one has failed. */
  private static VirtualRun.Subject sulking() {
    return (transport, time, random) -> {
      var agent = reference().on(transport, time, random);
      AtomicLong untilNanos = new AtomicLong(time.nanoTime());
      return (call, tell) -> {
        var unused =
            time.schedule(
                Math.max(0, untilNanos.get() - time.nanoTime()),
                () ->
                    agent.start(
                        call,
                        answer -> {
                          if (answer.status() == 503) {
                            untilNanos.set(time.nanoTime() + 20_000_000_000L);
                          }
                          tell.accept(answer);
                        }));
      };
    };
  }

  /** Sends the calls of its second key last, and soon gives them up. */
  private static VirtualRun.Subject unfair() {
    return (transport, time, random) -> {
      var first = reference().on(transport, time, random);
      var second =
          retrying(
                  RetryPolicy.of(2, new Backoff.Constant(Duration.ofSeconds(1)))
                      .using(new RetryAfterUse.Ignore()))
              .on(transport, time, random);
      return (call, tell) -> {
        if (call.apiKey().endsWith("2")) {
          var unused = time.schedule(200_000_000, () -> second.start(call, tell));
        } else {
          first.start(call, tell);
        }
      };
    };
  }

  private static VirtualRun.Subject claiming(String header, boolean counting) {
    return (transport, time, random) -> {
      AtomicInteger sent = new AtomicInteger();
      ((VirtualMock) transport)
          .alsoSending(attempt -> Map.of(header, counting ? "key-" + sent.incrementAndGet() : "0"));
      return reference().on(transport, time, random);
    };
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
      return (call, tell) -> agent.start(patient(call, 100, call.cancelMs()), tell);
    };
  }

  /** The same call with a deadline so many times as late, cancelled or not. */
  private static DriverCall patient(DriverCall call, int times, long cancelMillis) {
    return new DriverCall(
        call.caseId(),
        call.job(),
        call.baseUrl(),
        call.apiKey(),
        call.model(),
        call.stream(),
        call.prompt(),
        call.deadlineMs() * times,
        cancelMillis);
  }
}
