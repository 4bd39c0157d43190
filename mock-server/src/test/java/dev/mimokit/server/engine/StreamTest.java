package dev.mimokit.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamTest {

  private static final String CHAT = "/v1/chat/completions";

  @Test
  void sends_all_events_in_order_and_tells_of_each() throws Exception {
    List<String> events = IntStream.range(0, 200).mapToObj(i -> "data: " + i + "\n\n").toList();
    Script script =
        Script.due(events, IntStream.range(0, 200).mapToObj(i -> i * 100_000L).toList());

    try (TestEngine engine = TestEngine.with(script.route())) {
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo(String.join("", events));
      assertThat(script.awaitEnding()).isEqualTo("200 true");
      assertThat(script.sent()).isEqualTo(IntStream.range(0, 200).boxed().toList());
      assertThat(engine.engine().liveStreams()).isZero();
    }
  }

  @Test
  void late_events_are_still_written_one_by_one() throws Exception {
    Script script = Script.dueNow("data: 1\n\n", "data: 2\n\n", "data: 3\n\n");

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readUntil("0\r\n\r\n"))
          .endsWith(chunk("data: 1") + chunk("data: 2") + chunk("data: 3") + "0\r\n\r\n");
    }
  }

  @Test
  void a_stream_of_one_event_is_whole() throws Exception {
    Script script = Script.dueNow("data: only\n\n");

    try (TestEngine engine = TestEngine.with(script.route())) {
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("data: only\n\n");
      assertThat(script.awaitEnding()).isEqualTo("1 true");
    }
  }

  @Test
  void a_stream_of_nothing_closes_the_connection_without_a_byte() throws Exception {
    Script script = Script.broken(Ending.CLOSE);

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd()).isEmpty();
      assertThat(script.awaitEnding()).isEqualTo("0 false");
    }
  }

  @Test
  void a_stream_can_break_off_in_the_middle_of_its_message() throws Exception {
    Script script = Script.broken(Ending.CLOSE, "data: 1\n\n", "data: 2\n\n");

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd())
          .contains(chunk("data: 1"))
          .contains("data: 2")
          .doesNotContain("\r\n0\r\n");
      assertThat(script.awaitEnding()).isEqualTo("2 false");
      assertThat(engine.engine().liveStreams()).isZero();
    }
  }

  @Test
  void a_stream_can_send_its_head_alone_and_break_off() throws Exception {
    Script script = Script.broken(Ending.CLOSE, "");

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }
  }

  @Test
  void a_stream_can_end_in_a_reset() throws Exception {
    Script script = Script.broken(Ending.RESET, "data: 1\n\n");

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void the_connection_is_kept_for_the_next_request() throws Exception {
    Script script = Script.dueNow("data: 1\n\n", "data: 2\n\n");

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      for (int round = 0; round < 20; round++) {
        client.say(RawClient.post(CHAT, "{}"));
        assertThat(client.readUntil("\r\n0\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(script.awaitEnding()).isEqualTo("2 true");
      }
    }
  }

  @Test
  void a_request_that_comes_early_is_answered_after_the_stream() throws Exception {
    long gap = TimeUnit.MILLISECONDS.toNanos(50);
    Script script = Script.due(List.of("data: 1\n\n", "data: 2\n\n"), List.of(0L, gap));

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));
      client.readUntil("data: 1\n\n");
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readUntil("\r\n0\r\n\r\n")).contains("data: 2");
      assertThat(client.readUntil("\r\n0\r\n\r\n")).startsWith("HTTP/1.1 200").contains("data: 2");
      assertThat(List.of(script.awaitEnding(), script.awaitEnding()))
          .containsExactly("2 true", "2 true");
    }
  }

  @Test
  void a_client_that_leaves_before_the_first_event_is_noticed_once() throws Exception {
    Script script = Script.due(List.of("data: 1\n\n"), List.of(Script.LATER));

    try (TestEngine engine = TestEngine.with(script.route())) {
      try (RawClient client = engine.raw()) {
        client.say(RawClient.post(CHAT, "{}"));
        script.awaitStart();
      }

      assertThat(script.awaitEnding()).isEqualTo("0 false");
      assertThat(engine.engine().liveStreams()).isZero();
      assertThat(script.endings()).isEmpty();
      assertThat(engine.get("/__admin/requests").body()).contains("0 of 1 events sent, cut off");
    }
  }

  @Test
  void a_client_that_leaves_between_events_is_noticed_once() throws Exception {
    Script script = Script.due(List.of("data: 1\n\n", "data: 2\n\n"), List.of(0L, Script.LATER));

    try (TestEngine engine = TestEngine.with(script.route())) {
      try (RawClient client = engine.raw()) {
        client.say(RawClient.post(CHAT, "{}"));
        client.readUntil("data: 1\n\n");
      }

      assertThat(script.awaitEnding()).isEqualTo("1 false");
      assertThat(script.endings()).isEmpty();
    }
  }

  @Test
  void a_reset_connection_is_noticed_too() throws Exception {
    Script script = Script.due(List.of("data: 1\n\n"), List.of(Script.LATER));

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));
      script.awaitStart();
      client.reset();

      assertThat(script.awaitEnding()).isEqualTo("0 false");
    }
  }

  @Test
  void a_half_closed_connection_counts_as_left() throws Exception {
    Script script = Script.due(List.of("data: 1\n\n"), List.of(Script.LATER));

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));
      script.awaitStart();
      client.shutdownOutput();

      assertThat(script.awaitEnding()).isEqualTo("0 false");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void silence_longer_than_the_idle_timeout_does_not_end_a_stream() throws Exception {
    long gap = TimeUnit.MILLISECONDS.toNanos(600);
    Script script = Script.due(List.of("data: 1\n\n", "data: 2\n\n"), List.of(gap, 2 * gap));
    EngineOptions options =
        EngineOptions.defaults().waiting(Duration.ofSeconds(1), Duration.ofMillis(250));

    try (TestEngine engine = TestEngine.with(options, script.route())) {
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("data: 1\n\ndata: 2\n\n");
      assertThat(script.awaitEnding()).isEqualTo("2 true");
    }
  }

  @Test
  void stopping_cuts_what_does_not_end_in_time() throws Exception {
    Script script = Script.due(List.of("data: 1\n\n", "data: 2\n\n"), List.of(0L, Script.LATER));
    EngineOptions options =
        EngineOptions.defaults().waiting(Duration.ofMillis(10), Duration.ofSeconds(60));

    try (TestEngine engine = TestEngine.with(options, script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));
      client.readUntil("data: 1\n\n");
      assertThat(engine.engine().liveStreams()).isEqualTo(1);

      engine.stop();

      assertThat(script.awaitEnding()).isEqualTo("1 false");
      assertThat(client.readToEnd()).doesNotContain("data: 2");
      assertThat(engine.engine().liveStreams()).isZero();
      assertThat(script.endings()).isEmpty();
    }
  }

  @Test
  void stopping_lets_a_short_stream_end() throws Exception {
    long gap = TimeUnit.MILLISECONDS.toNanos(50);
    Script script = Script.due(List.of("data: 1\n\n", "data: 2\n\n"), List.of(0L, gap));

    try (TestEngine engine = TestEngine.with(script.route());
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));
      client.readUntil("data: 1\n\n");

      engine.stop();

      assertThat(script.awaitEnding()).isEqualTo("2 true");
      assertThat(client.readToEnd()).contains("data: 2");
    }
  }

  /** One write, as it looks on the wire. */
  private static String chunk(String line) {
    return Integer.toHexString(line.length() + 2) + "\r\n" + line + "\n\n\r\n";
  }
}
