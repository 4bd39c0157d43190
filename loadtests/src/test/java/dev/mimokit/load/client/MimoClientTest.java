package dev.mimokit.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.retry.RetryBudget;
import dev.mimokit.core.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimoClientTest {

  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final String SPENT = "{\"error\":{\"code\":\"429\",\"message\":\"%s\"}}";

  private final VirtualTime time = new VirtualTime(Long.MAX_VALUE - 1_000, 1_795_428_900_250L);
  private final Deque<CompletableFuture<Reply>> replies = new ArrayDeque<>();
  private final List<Attempt> sent = new ArrayList<>();
  private final List<String> instants = new ArrayList<>();
  private final long startNanos = time.nanoTime();

  @Test
  void tells_the_text_of_the_answer() {
    script(answer("hello"));

    assertThat(outcome(call(60))).isEqualTo(new Outcome.Completed("hello"));
  }

  @Test
  void waits_as_asked_and_sends_the_same_bytes_again() {
    script(status(429, "Retry-After", "2"), status(503, "Retry-After", "30"), answer("hello"));

    assertThat(outcome(call(60))).isEqualTo(new Outcome.Completed("hello"));

    assertThat(sent).hasSize(3);
    assertThat(sent.stream().distinct()).hasSize(1);
    assertThat(instants.get(0)).isEqualTo("0.000");
    assertThat(Double.parseDouble(instants.get(1))).isBetween(2.0, 3.0);
    assertThat(Double.parseDouble(instants.get(2))).isBetween(32.0, 34.0);
  }

  @Test
  void measures_a_date_by_the_servers_own_clock() {
    script(
        new Reply(
            429,
            name ->
                switch (name) {
                  case "Retry-After" -> Optional.of("Mon, 23 Nov 2026 13:00:05 GMT");
                  case "Date" -> Optional.of("Mon, 23 Nov 2026 13:00:00 GMT");
                  default -> Optional.empty();
                },
            "",
            true),
        answer("hello"));

    outcome(call(60));

    assertThat(Double.parseDouble(instants.get(1))).isBetween(5.0, 6.0);
  }

  @Test
  void gives_up_with_the_last_status_when_the_wait_would_pass_the_deadline() {
    script(status(429, "Retry-After", "10"));

    Outcome.Failed failed = failed(call(2));

    assertThat(failed.failure()).isEqualTo(Outcome.Failure.RATE_LIMIT);
    assertThat(failed.status()).isEqualTo(429);
    assertThat(failed.retryAfterSeconds()).hasValue(10);
    assertThat(time.nanoTime() - startNanos).isZero();
  }

  @Test
  void stops_trying_after_nine_attempts_however_much_time_is_left() {
    for (int i = 0; i < 20; i++) {
      script(status(429));
    }

    assertThat(failed(call(3_600)).status()).isEqualTo(429);
    assertThat(sent).hasSize(9);
  }

  @Test
  void ends_at_the_deadline_while_an_attempt_hangs_and_abandons_it() {
    CompletableFuture<Reply> hanging = new CompletableFuture<>();
    replies.add(hanging);

    Outcome.Failed failed = failed(call(5));

    assertThat(failed.failure()).isEqualTo(Outcome.Failure.DEADLINE);
    assertThat(time.nanoTime() - startNanos).isEqualTo(5_000_000_000L);
    assertThat(hanging).isCancelled();
  }

  @Test
  void tells_once_although_the_reply_comes_after_the_deadline() {
    script(status(429));
    CompletableFuture<Reply> late = new CompletableFuture<>();
    replies.add(late.thenApply(reply -> reply));
    CompletableFuture<Outcome> told = call(5);
    time.pass(6_000_000_000L);

    late.complete(answer("late"));
    time.pass(HOUR);

    assertThat(told.join()).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) told.join()).status()).isEqualTo(429);
    assertThat(sent).hasSize(2);
  }

  @Test
  void sends_nothing_more_once_the_caller_cancels() {
    script(status(429), answer("hello"));
    CompletableFuture<Outcome> told = call(60);

    told.cancel(true);
    time.pass(HOUR);

    assertThat(sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 413, 421, 422})
  void does_not_repeat_what_cannot_change(int status) {
    script(status(status), answer("hello"));

    assertThat(failed(call(60)).status()).isEqualTo(status);
    assertThat(sent).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quota exhausted",
        "Your plan is exhausted",
        "insufficient_balance",
        "You exceeded it: insufficient_quota",
        "Credits have been used up"
      })
  void does_not_wait_for_a_quota_that_is_spent_for_good(String message) {
    script(reply(429, SPENT.formatted(message)), answer("hello"));

    Outcome.Failed failed = failed(call(60));

    assertThat(failed.failure()).isEqualTo(Outcome.Failure.QUOTA_EXHAUSTED);
    assertThat(sent).hasSize(1);
  }

  @Test
  void waits_for_the_platforms_ordinary_refusal() {
    script(reply(429, SPENT.formatted("Too many requests")), answer("hello"));

    assertThat(outcome(call(60))).isEqualTo(new Outcome.Completed("hello"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>429</html>", "[]", "{\"error\":\"slow down\"}", "null"})
  void reads_any_body_of_a_refusal(String body) {
    script(reply(429, body), answer("hello"));

    assertThat(outcome(call(60))).isEqualTo(new Outcome.Completed("hello"));
  }

  @Test
  void repeats_what_got_no_response_or_a_broken_one() {
    replies.add(CompletableFuture.failedFuture(new IOException("reset")));
    script(
        new Reply(200, name -> Optional.empty(), "{\"choices\":[{\"mess", false), answer("hello"));

    assertThat(outcome(call(60))).isEqualTo(new Outcome.Completed("hello"));
  }

  @Test
  void tells_what_can_never_be_sent_at_once() {
    MimoClient client =
        client(
            attempt -> {
              throw new IllegalArgumentException("no scheme");
            });

    Outcome told = client.call(chat(60, false)).join();

    assertThat(((Outcome.Failed) told).message()).isEqualTo("IllegalArgumentException: no scheme");
  }

  @Test
  void an_empty_budget_ends_the_call() {
    script(status(503), status(503), answer("hello"));
    MimoClient client =
        new MimoClient(
            this::next,
            time,
            RetryPolicy.reference().within(new RetryBudget(0, 1)),
            new SplittableRandom(1),
            time.wall());

    CompletableFuture<Outcome> told = client.call(chat(60, false));
    time.pass(HOUR);

    assertThat(((Outcome.Failed) told.join()).status()).isEqualTo(503);
    assertThat(sent).hasSize(2);
  }

  @Test
  void asks_for_a_stream_and_joins_its_pieces() {
    script(streamed(chunk("he", ""), chunk("llo", ""), chunk("", "stop"), "data: [DONE]\n\n"));

    assertThat(outcome(stream())).isEqualTo(new Outcome.Completed("hello"));
    assertThat(sent.get(0).body()).contains("\"stream\":true");
  }

  @Test
  void a_refusal_before_the_stream_is_repeated() {
    script(status(429), streamed(chunk("hello", "stop"), "data: [DONE]\n\n"));

    assertThat(outcome(stream())).isEqualTo(new Outcome.Completed("hello"));
  }

  @Test
  void a_stream_without_done_is_an_error_with_the_partial_text() {
    script(streamed(chunk("hel", "stop")));

    assertPartial("hel", "the stream ended without [DONE]");
  }

  @Test
  void a_stream_without_finish_reason_is_an_error_with_the_partial_text() {
    script(streamed(chunk("hel", ""), "data: [DONE]\n\n"));

    assertPartial("hel", "the stream ended without a finish_reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"error\":{\"message\":\"overloaded\"}}\n\n",
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"overloaded\"}}\n\n"
      })
  void an_error_within_the_stream_is_an_error_with_the_partial_text(String event) {
    script(streamed(chunk("hel", ""), event, chunk("", "stop"), "data: [DONE]\n\n"));

    assertPartial("hel", "the stream reported an error: overloaded");
  }

  @Test
  void a_stream_that_is_cut_is_an_error_with_the_partial_text_and_is_not_repeated() {
    Reply cut = new Reply(200, name -> Optional.empty(), chunk("hel", "") + "data: {\"ch", false);
    script(cut, answer("hello"));

    assertPartial("hel", "the connection broke within the stream");
    assertThat(sent).hasSize(1);
  }

  private void assertPartial(String text, String why) {
    Outcome.Failed failed = failed(stream());

    assertThat(failed.failure()).isEqualTo(Outcome.Failure.BROKEN_ANSWER);
    assertThat(failed.partialText()).isEqualTo(text);
    assertThat(failed.message()).isEqualTo(why);
  }

  private CompletableFuture<Outcome> call(int deadlineSeconds) {
    return client(this::next).call(chat(deadlineSeconds, false));
  }

  private CompletableFuture<Outcome> stream() {
    return client(this::next).call(chat(60, true));
  }

  private MimoClient client(Transport transport) {
    return new MimoClient(
        transport, time, RetryPolicy.reference(), new SplittableRandom(1), time.wall());
  }

  private static ChatCall chat(int deadlineSeconds, boolean stream) {
    Duration deadline = Duration.ofSeconds(deadlineSeconds);
    return new ChatCall("http://mock/v1", "sk-a.b", "mimo-v2-flash", "hi", stream, deadline);
  }

  /** The call's end, for which time passes as far as it must. */
  private Outcome outcome(CompletableFuture<Outcome> told) {
    long limitNanos = time.nanoTime() + HOUR;
    while (!told.isDone() && time.step(limitNanos)) {
      // The task has been run.
    }
    return told.getNow(new Outcome.Completed("nothing was told"));
  }

  private Outcome.Failed failed(CompletableFuture<Outcome> told) {
    assertThat(outcome(told)).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) told.join();
  }

  private CompletableFuture<Reply> next(Attempt attempt) {
    sent.add(attempt);
    instants.add(String.format(Locale.ROOT, "%.3f", (time.nanoTime() - startNanos) / 1e9));
    return replies.remove();
  }

  private void script(Reply... scripted) {
    for (Reply reply : scripted) {
      replies.add(CompletableFuture.completedFuture(reply));
    }
  }

  private static Reply answer(String text) {
    return reply(200, "{\"choices\":[{\"message\":{\"content\":\"" + text + "\"}}]}");
  }

  private static Reply streamed(String... events) {
    return reply(200, String.join("", events));
  }

  private static String chunk(String text, String finish) {
    return "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}]}\n\n"
        .formatted(text, finish.isEmpty() ? "null" : "\"" + finish + "\"");
  }

  private static Reply status(int status) {
    return reply(status, "");
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, name -> Optional.empty(), body, true);
  }

  private static Reply status(int status, String header, String value) {
    return new Reply(
        status, name -> name.equals(header) ? Optional.of(value) : Optional.empty(), "", true);
  }
}
