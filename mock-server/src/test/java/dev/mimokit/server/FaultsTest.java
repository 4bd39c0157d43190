package dev.mimokit.server;

import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts do on the way of an answer. Events are 20 ms apart, the first after 300 ms. */
class FaultsTest {

  private final Path dir;
  private Lab lab = new Lab();

  FaultsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void pace() throws IOException {
    String yaml =
        "latency: {fixed: {ttftMillis: 300, interTokenMillis: 20}}\ncontent: {outputTokens: 6}\n";
    lab =
        new Lab(
            ServerOptions.defaults()
                .configuredBy(Files.writeString(dir.resolve("paced.yaml"), yaml)));
  }

  @Test
  void drops_a_stream_after_so_many_events_and_charges_what_was_sent() {
    script("{\"faults\":[{\"fault\":\"drop\",\"how\":\"close\",\"afterEvents\":3}]}");

    FakeExchange exchange = streamed();

    assertThat(exchange.sentMillis()).containsExactly(300L, 320L, 340L);
    assertThat(lab.journal()).endsWith("FirstToken", "Aborted");
    assertThat(lab.tokens("demo")).isEqualTo(promptTokens() + 2);
  }

  @Test
  void stalls_between_tokens_and_everything_after_comes_as_much_later() {
    script("{\"faults\":[{\"fault\":\"stall\",\"millis\":5000,\"afterEvents\":2}]}");

    assertThat(streamed().sentMillis())
        .containsExactly(300L, 320L, 5340L, 5360L, 5380L, 5400L, 5420L, 5440L, 5460L, 5480L);
  }

  @Test
  void truncates_a_stream_without_finish_or_terminator() {
    script("{\"faults\":[{\"fault\":\"truncate\",\"afterEvents\":4}]}");

    FakeExchange exchange = streamed();

    assertThat(events(exchange)).hasSize(4);
    assertThat(exchange.text()).doesNotContain("[DONE]").doesNotContain("\"finish_reason\":\"");
    assertThat(lab.journal()).endsWith("Aborted");
  }

  @Test
  void puts_an_error_into_the_middle_of_a_stream() {
    script(
        "{\"faults\":[{\"fault\":\"error-event\",\"data\":\"{\\\"error\\\":{}}\",\"afterEvents\":2}]}");

    assertThat(events(streamed())).hasSize(3).last().isEqualTo("data: {\"error\":{}}");
  }

  @Test
  void drops_the_connection_without_a_byte_and_charges_nothing() {
    script("{\"faults\":[{\"fault\":\"drop\",\"how\":\"reset\",\"phase\":\"on-accept\"}]}");

    FakeExchange exchange = lab.chat("sk-demo", Lab.body(PRO, "hello")).play();

    assertThat(exchange.text()).isEmpty();
    assertThat(exchange.status()).isZero();
    assertThat(lab.journal()).containsExactly("Received", "Rejected[SCRIPTED]", "Aborted");
  }

  @Test
  void closes_silently_after_a_minute() {
    script(
        "{\"faults\":[{\"fault\":\"stall\",\"millis\":60000,\"phase\":\"before-headers\"},"
            + "{\"fault\":\"drop\",\"how\":\"close\",\"phase\":\"before-headers\"}]}");
    long before = lab.now();

    FakeExchange exchange = lab.chat("sk-demo", Lab.body(PRO, "hello")).play();

    assertThat(exchange.text()).isEmpty();
    assertThat(lab.now() - before).isGreaterThanOrEqualTo(60_000_000_000L);
  }

  @Test
  void sends_half_a_body_and_breaks_off() {
    script("{\"faults\":[{\"fault\":\"drop\",\"how\":\"close\",\"phase\":\"between-tokens\"}]}");

    FakeExchange exchange = lab.chat("sk-demo", Lab.body(PRO, "hello")).play();

    int announced = announced(exchange);
    assertThat(exchange.text().getBytes(StandardCharsets.UTF_8)).hasSize(announced / 2);
    assertThat(exchange.text()).startsWith("{\"id\":").doesNotContain("usage");
  }

  @Test
  void sends_a_gateways_page_late_and_with_headers() {
    script(
        "{\"status\":502,\"body\":\"<html>bad</html>\",\"contentType\":\"text/html\","
            + "\"headers\":{\"via\":\"proxy\"},\"retryAfter\":\"7\",\"delayMillis\":3000}");
    long before = lab.now();

    FakeExchange exchange = lab.chat("sk-demo", Lab.body(PRO, "hello")).play();

    assertThat(exchange.status()).isEqualTo(502);
    assertThat(exchange.text()).isEqualTo("<html>bad</html>");
    assertThat(exchange.headerLines())
        .contains("content-type: text/html", "via: proxy", "retry-after: 7");
    assertThat(lab.now() - before).isEqualTo(3_000_000_000L);
  }

  private void script(String step) {
    FakeExchange put =
        lab.post("/__mimokit/scripts", "{\"account\":\"demo\",\"variants\":[[" + step + "]]}");
    assertThat(put.status()).as(put.text()).isLessThan(300);
  }

  private FakeExchange streamed() {
    return lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello"))).play();
  }

  private static int announced(FakeExchange exchange) {
    return exchange.headerLines().stream()
        .filter(line -> line.startsWith("content-length: "))
        .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
        .sum();
  }

  private long promptTokens() {
    return lab.usage(lab.chat("sk-other", Lab.body(PRO, "hello")).play()) - 6;
  }

  private static List<String> events(FakeExchange exchange) {
    return Arrays.stream(exchange.text().split("\n\n", -1)).filter(e -> !e.isEmpty()).toList();
  }
}
