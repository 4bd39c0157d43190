package dev.mimokit.server.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mimokit.server.fidelity.Fact.Send;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds a running mock to the table of facts, over HTTP. What is expected stands in the table and
 * is never taken from the code under test.
 */
class FidelityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ABSENT = "absent";
  private static final String ANY = "…";

  @TempDir static Path folder = Path.of("");

  private static Optional<Mocks> mocks = Optional.empty();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void open() {
    mocks = Optional.of(new Mocks(folder));
  }

  @AfterAll
  static void close() {
    mocks.ifPresent(Mocks::close);
  }

  @TestFactory
  Stream<DynamicTest> does_what_the_platform_does() {
    return FactReader.all().stream()
        .map(fact -> DynamicTest.dynamicTest(fact.toString(), () -> named(fact)));
  }

  @Test
  void gives_every_fact_a_name_of_its_own() {
    assertThat(FactReader.all())
        .extracting(Fact::id)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(50);
  }

  @Test
  void shows_the_number_of_facts_in_the_readme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));

    assertThat(readme).contains(FactReader.all().size() + " facts");
  }

  @Test
  void looks_at_every_answer() {
    assertThat(FactReader.all())
        .allSatisfy(
            fact ->
                assertThat(
                        fact.like().isPresent()
                            || !fact.events().isEmpty()
                            || !fact.json().isEmpty()
                            || !fact.headers().isEmpty()
                            || fact.status().isPresent())
                    .as(fact.id())
                    .isTrue());
  }

  /** A report that drops display names still says which fact it was. */
  private void named(Fact fact) throws IOException, InterruptedException {
    try {
      check(fact);
    } catch (AssertionError wrong) {
      throw new AssertionError(fact.id() + ": " + wrong.getMessage(), wrong);
    }
  }

  private void check(Fact fact) throws IOException, InterruptedException {
    String base = mocks.orElseThrow().url(fact.mock());
    for (Send send : fact.before()) {
      last(base, send);
    }
    if (fact.status().isPresent() && fact.status().getAsInt() == 0) {
      assertThat(isDropped(base, fact.send())).isTrue();
      return;
    }
    HttpResponse<String> answer = last(base, fact.send());
    fact.status().ifPresent(status -> assertThat(answer.statusCode()).isEqualTo(status));
    fact.headers()
        .forEach((name, value) -> assertThat(answer.headers().firstValue(name)).hasValue(value));
    fact.absentHeaders().forEach(name -> assertThat(answer.headers().firstValue(name)).isEmpty());
    fact.like().ifPresent(like -> assertLike(like, answer.body()));
    if (!fact.events().isEmpty()) {
      assertEvents(fact.events(), events(answer.body()));
    }
    if (!fact.json().isEmpty()) {
      assertJson(fact.json(), JSON.readTree(answer.body()));
    }
  }

  private boolean isDropped(String base, Send send) throws InterruptedException {
    try {
      last(base, send);
      return false;
    } catch (HttpTimeoutException silent) {
      return false;
    } catch (IOException dropped) {
      return true;
    }
  }

  private HttpResponse<String> last(String base, Send send)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(base, send);
    for (int i = 1; i < send.times(); i++) {
      answer = send(base, send);
    }
    return answer;
  }

  private HttpResponse<String> send(String base, Send send)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + send.path()))
            .timeout(Duration.ofSeconds(30))
            .method(
                send.method(),
                send.body()
                    .map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    switch (send.auth()) {
      case "none" -> {}
      case "bearer" -> request.header("Authorization", "Bearer " + send.key());
      default -> request.header(send.auth(), send.key());
    }
    send.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static void assertLike(String like, String actual) {
    if (!new Template(like).matches(actual)) {
      assertThat(actual).isEqualTo(like);
    }
  }

  private static List<String> events(String body) {
    return Arrays.stream(body.split("\n\n", -1)).filter(event -> !event.isEmpty()).toList();
  }

  /** Matches greedily: what follows an ellipsis is looked for from there on. */
  private static void assertEvents(List<String> expected, List<String> actual) {
    int at = 0;
    boolean skipping = false;
    for (String event : expected) {
      if (event.equals(ANY)) {
        skipping = true;
        continue;
      }
      Template template = new Template(event);
      while (skipping && at < actual.size() && !template.matches(actual.get(at))) {
        at++;
      }
      assertThat(at).as("no event like %s in %s", event, actual).isLessThan(actual.size());
      assertLike(event, actual.get(at++));
      skipping = false;
    }
    assertThat(skipping || at == actual.size())
        .as("more events than %s: %s", expected, actual)
        .isTrue();
  }

  private static void assertJson(Map<String, String> expected, JsonNode actual) {
    expected.forEach(
        (pointer, value) -> {
          JsonNode node = actual.at(pointer);
          String text = node.isMissingNode() ? ABSENT : node.toString();
          assertThat(new Template(value).matches(text))
              .as("%s: expected %s, was %s", pointer, value, text)
              .isTrue();
        });
  }
}
