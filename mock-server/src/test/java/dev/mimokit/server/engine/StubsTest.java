package dev.mimokit.server.engine;

import static dev.mimokit.server.engine.TestEngine.chat;
import static dev.mimokit.server.engine.TestEngine.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** User stubs win over the built-in behaviour, exactly where they match. */
class StubsTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final String STUB =
      """
      {"request": {"method": "POST", "urlPath": "/v1/chat/completions"},
       "response": {"status": 418, "body": "stubbed"}}
      """;
  private static final String STUB_FOR_OTHER =
      """
      {"request": {"method": "POST", "urlPath": "/v1/chat/completions",
        "bodyPatterns": [{"matchesJsonPath": "$[?(@.model == 'other')]"}]},
       "response": {"status": 418, "body": "stubbed"}}
      """;

  @Test
  void a_stub_answers_in_place_of_the_lane_until_it_is_deleted() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");

      String id = engine.stub(STUB);
      assertThat(engine.post(CHAT, "{\"stub\":1}").body()).isEqualTo("stubbed");
      assertThat(engine.get("/__admin/requests").body()).contains("stubbed");

      engine.delete("/__admin/mappings/" + id);
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void every_kind_of_reset_opens_the_lane_again() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      for (String reset : new String[] {"/__admin/mappings/reset", "/__admin/reset"}) {
        engine.stub(STUB);
        assertThat(engine.post(CHAT, "{}").body()).isEqualTo("stubbed");
        engine.post(reset, "");
        assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
      }

      engine.stub(STUB);
      engine.engine().reset();
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");

      engine.stub(STUB);
      engine.delete("/__admin/mappings");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void an_edit_moves_the_stub_from_one_route_to_the_other() throws Exception {
    try (TestEngine engine = TestEngine.with(chat(), TestEngine.route("/other", "other"))) {
      String id = engine.stub(STUB);
      engine.send(
          engine
              .request("/__admin/mappings/" + id)
              .PUT(BodyPublishers.ofString(STUB.replace("/v1/chat/completions", "/other"))));

      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
      assertThat(engine.post("/other", "{}").body()).isEqualTo("stubbed");
    }
  }

  @Test
  void requests_that_the_stub_does_not_match_stay_on_the_lane() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(STUB_FOR_OTHER);

      assertThat(engine.post(CHAT, "{\"model\":\"mine\"}").body()).isEqualTo("built-in");
      assertThat(engine.post(CHAT, "{\"model\":\"other\"}").body()).isEqualTo("stubbed");
      assertThat(engine.post(CHAT, "not json").body()).isEqualTo("built-in");
    }
  }

  @Test
  void conditions_that_only_wiremock_can_judge_are_left_to_it() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(
          """
          {"request": {"urlPath": "/v1/chat/completions", "cookies": {"who": {"equalTo": "me"}}},
           "response": {"status": 418, "body": "stubbed"}}
          """);

      assertThat(
              engine
                  .send(
                      engine
                          .request(CHAT)
                          .header("Cookie", "who=me")
                          .POST(BodyPublishers.ofString("{}")))
                  .body())
          .isEqualTo("stubbed");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void a_request_that_was_handed_back_is_journalled_once_and_as_matched() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      engine.stub(
          """
          {"request": {"urlPath": "/v1/chat/completions", "cookies": {"who": {"equalTo": "me"}}},
           "response": {"status": 418}}
          """);
      engine.post(CHAT, "{}");

      assertThat(engine.count("{\"urlPath\":\"/v1/chat/completions\"}")).isEqualTo(1);
      assertThat(engine.get("/__admin/requests/unmatched").body())
          .doesNotContain("/v1/chat/completions");
    }
  }

  @Test
  void an_unusual_spelling_of_the_path_does_not_slip_past_a_stub() throws Exception {
    try (TestEngine engine = TestEngine.with(chat());
        RawClient client = engine.raw()) {
      engine.stub(STUB.replace("/v1/chat/completions", "/v1/./chat/completions"));

      client.say(RawClient.post("/v1/./chat/completions", "{}"));
      assertThat(client.readUntil("stubbed")).startsWith("HTTP/1.1 418");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void our_own_admin_never_gives_way_and_leaves_no_trace() throws Exception {
    Route admin = new Route("*", "/__mimokit/**", false, saying("admin"));

    try (TestEngine engine = TestEngine.with(admin, chat())) {
      engine.stub(
          "{\"request\": {\"url\": \"/__mimokit/health\"}, \"response\": {\"status\": 418}}");
      engine.stub("{\"request\": {}, \"response\": {\"status\": 418, \"body\": \"stubbed\"}}");

      assertThat(engine.get("/__mimokit/health").body()).isEqualTo("admin");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("stubbed");
      assertThat(engine.count("{\"urlPathPattern\":\"/__mimokit/.*\"}")).isZero();
    }
  }

  @Test
  void a_stub_is_seen_by_the_very_next_request() throws Exception {
    try (TestEngine engine = TestEngine.with(chat())) {
      for (int round = 0; round < 50; round++) {
        String id = engine.stub(STUB);
        assertThat(engine.post(CHAT, "{}").body()).isEqualTo("stubbed");
        engine.delete("/__admin/mappings/" + id);
        assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
      }
    }
  }

  @Test
  void stubs_of_the_directory_are_defaults_that_a_reset_keeps(@TempDir Path dir) throws Exception {
    Files.createDirectories(dir.resolve("mappings"));
    Files.writeString(dir.resolve("mappings/one.json"), STUB);

    try (TestEngine engine = TestEngine.with(EngineOptions.defaults().withStubs(dir), chat())) {
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("stubbed");
      engine.engine().reset();
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("stubbed");
      engine.delete("/__admin/mappings");
      assertThat(engine.post(CHAT, "{}").body()).isEqualTo("built-in");
    }
  }
}
