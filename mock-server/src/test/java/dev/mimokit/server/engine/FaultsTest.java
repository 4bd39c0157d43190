package dev.mimokit.server.engine;

import static dev.mimokit.server.engine.TestEngine.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** WireMock's faults and scenarios work on the lane's own paths. */
class FaultsTest {

  private static final String CHAT = "/v1/chat/completions";

  @Test
  void connection_reset_by_peer() throws Exception {
    try (TestEngine engine = faulty("CONNECTION_RESET_BY_PEER");
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void empty_response() throws Exception {
    try (TestEngine engine = faulty("EMPTY_RESPONSE");
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void malformed_response_chunk() throws Exception {
    try (TestEngine engine = faulty("MALFORMED_RESPONSE_CHUNK");
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200").contains("lskdu018973t09sylg");
    }
  }

  @Test
  void random_data_then_close() throws Exception {
    try (TestEngine engine = faulty("RANDOM_DATA_THEN_CLOSE");
        RawClient client = engine.raw()) {
      client.say(RawClient.post(CHAT, "{}"));

      assertThat(client.readToEnd()).doesNotContain("HTTP/").contains("lskdu018973t09sylg");
    }
  }

  @Test
  void a_scenario_ends_in_the_built_in_behaviour() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(step("Started", "once", 429));
      engine.stub(step("once", "done", 503));

      assertThat(engine.post(CHAT, "{}").statusCode()).isEqualTo(429);
      assertThat(engine.post(CHAT, "{}").statusCode()).isEqualTo(503);
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
      assertThat(engine.count("{\"urlPath\":\"/v1/chat/completions\"}")).isEqualTo(4);
    }
  }

  @Test
  void a_scenario_ends_in_a_built_in_stream_too() throws Exception {
    Script script = Script.dueNow("data: 1\n\n", "data: [DONE]\n\n");
    try (TestEngine engine = TestEngine.with(script.route())) {
      engine.stub(step("Started", "once", 429));

      assertThat(engine.post(CHAT, "{}").statusCode()).isEqualTo(429);
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("data: 1\n\ndata: [DONE]\n\n");
      assertThat(script.awaitEnding()).isEqualTo("2 true");
    }
  }

  @Test
  void of_many_racing_for_one_scenario_step_all_others_get_the_built_in_behaviour()
      throws Exception {
    int clients = 16;
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(step("Started", "once", 429));

      CountDownLatch ready = new CountDownLatch(clients);
      CountDownLatch finished = new CountDownLatch(clients);
      ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
      AtomicReference<Exception> failure = new AtomicReference<>();
      for (int client = 0; client < clients; client++) {
        new Thread(
                () -> {
                  try {
                    ready.countDown();
                    ready.await();
                    statuses.add(engine.post(CHAT, "{}").statusCode());
                  } catch (Exception broken) {
                    failure.set(broken);
                  }
                  finished.countDown();
                })
            .start();
      }

      assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(failure.get()).isNull();
      // WireMock itself may serve one step to several at once; nobody may get its 404.
      assertThat(statuses).hasSize(clients).contains(429).containsOnly(200, 429);
    }
  }

  private static TestEngine faulty(String fault) throws Exception {
    TestEngine engine = TestEngine.with(chat());
    engine.stub(
        "{\"request\":{\"urlPath\":\"" + CHAT + "\"},\"response\":{\"fault\":\"" + fault + "\"}}");
    return engine;
  }

  private static String step(String from, String to, int status) {
    return """
        {"scenarioName": "overload", "requiredScenarioState": "%s", "newScenarioState": "%s",
         "request": {"urlPath": "/v1/chat/completions"}, "response": {"status": %d}}
        """
        .formatted(from, to, status);
  }
}
