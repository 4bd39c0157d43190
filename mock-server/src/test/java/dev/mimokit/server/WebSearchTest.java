package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.server.wire.JsonBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSearchTest {

  private Lab lab = new Lab();

  @BeforeEach
  void switch_the_plugin_on(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("mimokit.yaml"), "content: {webSearch: true}");
    lab = new Lab(ServerOptions.defaults().seeded(7).configuredBy(file));
  }

  @Test
  void is_refused_without_the_plugin_whatever_the_request_says() {
    String body =
        Lab.streamed(
            Lab.with("\"webSearchEnabled\":true," + tool(""), Lab.body(FLASH, "latest news")));

    FakeExchange refused = new Lab().chat("sk-demo", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "data:{\"error\":{\"code\":\"400\",\"message\":\"Param Incorrect\",\"param\":\"web search"
                + " tool found in the request body, but webSearchEnabled is"
                + " false\",\"type\":\"\"}}");
  }

  @Test
  void annotates_the_answer_with_what_was_found() {
    JsonNode answer = chat("\"force_search\":true", "hello");

    JsonNode annotations = answer.path("choices").path(0).path("message").path("annotations");
    assertThat(annotations).hasSize(5);
    assertThat(annotations.path(0).fieldNames())
        .toIterable()
        .containsExactly(
            "logo_url", "publish_time", "site_name", "summary", "title", "type", "url");
    assertThat(annotations)
        .allSatisfy(
            source -> {
              assertThat(source.path("url").asText())
                  .matches("https://[a-z]+\\.example\\.(com|net|org)/[0-9a-f]{24}");
              assertThat(source.path("publish_time").asText())
                  .matches("2026-0[1-4]-[0-3][0-9]T08:00:00\\+08:00");
              assertThat(source.path("title").asText()).isNotEmpty();
              assertThat(source.path("type").asText()).isEqualTo("url_citation");
            });
    assertThat(answer.path("usage").path("web_search_usage").path("page_usage").asInt())
        .isEqualTo(5);
    assertThat(answer.path("usage").path("web_search_usage").path("tool_usage").asInt())
        .isBetween(1, 2);
  }

  @Test
  void puts_all_sources_into_the_first_chunk() {
    String body =
        Lab.streamed(Lab.with(tool("\"force_search\":true,\"limit\":2"), Lab.body(FLASH, "hello")));

    List<String> events = lab.chat("sk-demo", body).play().events();

    assertThat(events.get(0))
        .startsWith(
            "data: {\"id\":\"69d2f6c5e88910ecc6f44830ac0b7790\",\"choices\":[{\"delta\":{\"content\":"
                + "\"\",\"role\":\"assistant\",\"tool_calls\":null,\"reasoning_content\":null,"
                + "\"annotations\":[{\"logo_url\":");
    assertThat(events.get(0).split("url_citation", -1)).hasSize(3);
    assertThat(events.subList(1, events.size())).noneMatch(event -> event.contains("annotations"));
    assertThat(events.get(events.size() - 2)).contains("\"web_search_usage\":{\"tool_usage\":");
  }

  @ParameterizedTest
  @CsvSource({"What is the latest news?,true", "今天上海怎么样,true", "Tell a story,false"})
  void searches_unforced_only_for_what_is_fresh(String prompt, boolean searches) {
    JsonNode answer = chat("\"force_search\":false", prompt);

    JsonNode message = answer.path("choices").path(0).path("message");
    assertThat(message.has("annotations")).isEqualTo(searches);
    assertThat(answer.path("usage").path("web_search_usage").path("tool_usage").asInt() > 0)
        .isEqualTo(searches);
  }

  @Test
  void finds_no_more_than_the_limit() {
    JsonNode answer = chat("\"force_search\":true,\"limit\":1,\"max_keyword\":1", "hello");

    assertThat(answer.path("usage").path("web_search_usage").toString())
        .isEqualTo("{\"tool_usage\":1,\"page_usage\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"limit\":0",
        "\"limit\":51",
        "\"limit\":1.5",
        "\"max_keyword\":51",
        "\"max_keyword\":\"5\"",
        "\"force_search\":\"yes\"",
        "\"user_location\":\"Beijing\""
      })
  void refuses_what_leaves_the_documented_ranges(String field) {
    String body = Lab.with(tool(field), Lab.body(FLASH, "hello"));

    assertThat(lab.chat("sk-demo", body).status()).isEqualTo(400);
  }

  private JsonNode chat(String field, String prompt) {
    FakeExchange exchange = lab.chat("sk-demo", Lab.with(tool(field), Lab.body(FLASH, prompt)));
    assertThat(exchange.status()).as(exchange.text()).isEqualTo(200);
    return JsonBody.read(exchange.text().getBytes(StandardCharsets.UTF_8));
  }

  private static String tool(String field) {
    return "\"tools\":[{\"type\":\"web_search\"" + (field.isEmpty() ? "" : "," + field) + "}]";
  }
}
