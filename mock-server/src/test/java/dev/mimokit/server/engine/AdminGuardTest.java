package dev.mimokit.server.engine;

import static dev.mimokit.server.engine.TestEngine.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminGuardTest {

  private static final AdminGuard TOKEN = AdminGuard.of(false, Optional.of("let-me-in"));
  private static final AdminGuard OFF = AdminGuard.of(false, Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8080",
        "localhost:8080",
        "LOCALHOST",
        "[::1]:8080",
        "[::1]",
        "10.0.0.7"
      })
  void lets_this_machine_in_under_an_address_or_localhost(String host) {
    assertThat(AdminGuard.LOCAL.refusal(headers("host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:1"})
  void refuses_a_name_that_somebody_has_pointed_at_this_machine(String host) {
    assertThat(AdminGuard.LOCAL.refusal(headers("host", host)))
        .hasValue("admin answers to addresses and localhost only");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, true",
    "http://evil.example, false",
    "null, false",
    "http://127.0.0.1:9090, false"
  })
  void refuses_web_pages_of_another_origin(String origin, boolean passes) {
    Optional<String> refusal =
        AdminGuard.LOCAL.refusal(
            name ->
                Optional.ofNullable(Map.of("host", "127.0.0.1:8080", "origin", origin).get(name)));

    assertThat(refusal.isEmpty()).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "authorization, Bearer let-me-in, true",
    "authorization, bearer let-me-in, true",
    "x-mimokit-token, let-me-in, true",
    "authorization, let-me-in, false",
    "authorization, Bearer let-me-i, false",
    "x-mimokit-token, '', false",
    "api-key, let-me-in, false"
  })
  void asks_for_its_token_whoever_it_is(String header, String value, boolean passes) {
    assertThat(TOKEN.refusal(headers(header, value)).isEmpty()).isEqualTo(passes);
    assertThat(
            AdminGuard.of(true, Optional.of("let-me-in")).refusal(headers(header, value)).isEmpty())
        .isEqualTo(passes);
  }

  @Test
  void lets_nobody_in_when_others_can_reach_it_and_there_is_no_token() {
    assertThat(OFF.refusal(headers("host", "127.0.0.1:8080")))
        .hasValueSatisfying(why -> assertThat(why).contains("--admin-token"));
    assertThatThrownBy(() -> AdminGuard.of(true, Optional.of(" ")))
        .hasMessage("the admin token must not be blank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__admin/mappings",
        "/__admin//mappings",
        "//__admin/mappings",
        "/__admin/./mappings",
        "/x/../__admin/mappings",
        "/%5F%5Fadmin/mappings",
        "/__admin/requests?limit=1",
        "/__admin"
      })
  void guards_every_spelling_of_wiremocks_admin(String path) throws Exception {
    EngineOptions options = EngineOptions.defaults().guardedBy(OFF);

    try (TestEngine engine = TestEngine.with(options, chat());
        RawClient client = engine.raw()) {
      client.say("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

      assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 2").doesNotContain("\"meta\"");
    }
  }

  @Test
  void leaves_the_platforms_own_routes_alone() throws Exception {
    try (TestEngine engine = TestEngine.with(EngineOptions.defaults().guardedBy(OFF), chat())) {
      assertThat(engine.post("/v1/chat/completions", "{}").body()).isEqualTo("built-in");
    }
  }

  @Test
  void opens_wiremocks_admin_to_the_token() throws Exception {
    try (TestEngine engine = TestEngine.with(EngineOptions.defaults().guardedBy(TOKEN), chat())) {
      assertThat(engine.get("/__admin/mappings").statusCode()).isEqualTo(403);
      assertThat(
              engine
                  .send(
                      engine
                          .request("/__admin/mappings")
                          .header("authorization", "Bearer let-me-in")
                          .GET())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void closes_a_connection_whose_first_header_never_ends() throws Exception {
    EngineOptions options =
        EngineOptions.defaults().guardedBy(AdminGuard.LOCAL, Duration.ofMillis(50));

    try (TestEngine engine = TestEngine.with(options, chat());
        RawClient client = engine.raw()) {
      client.say("POST /v1/chat/completions HTTP/1.1\r\nHost: m\r\nx-slow: ");

      assertThat(client.readToEnd()).isEmpty();
      assertThat(engine.post("/v1/chat/completions", "{}").statusCode()).isEqualTo(200);
    }
  }

  private static Function<String, Optional<String>> headers(String name, String value) {
    return asked -> asked.equals(name) ? Optional.of(value) : Optional.empty();
  }
}
