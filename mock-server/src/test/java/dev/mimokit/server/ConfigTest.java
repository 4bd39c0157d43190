package dev.mimokit.server;

import static dev.mimokit.server.Lab.FLASH;
import static dev.mimokit.server.Lab.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  private final Path dir;

  ConfigTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void gives_every_event_its_own_slot_and_every_answer_its_length() throws IOException {
    Lab lab =
        lab(
            """
            latency:
              fixed: {ttftMillis: 300, interTokenMillis: 20}
            content:
              outputTokens: 96
            """);

    FakeExchange exchange = lab.chat("sk-demo", Lab.streamed(Lab.body(PRO, "hello"))).play();

    assertThat(exchange.sentMillis())
        .containsExactlyElementsOf(
            LongStream.range(0, 100).map(i -> 300 + 20 * i).boxed().toList());
    assertThat(exchange.text())
        .contains("\"completion_tokens\":96")
        .contains("\"finish_reason\":\"stop\"");
  }

  @Test
  void holds_listed_accounts_to_their_own_rules_and_keys() throws IOException {
    Lab lab =
        lab(
            """
            strictKeys: true
            accounts:
              - id: acme
                keys: [any-secret, sk-other.b]
                retryAfter: seconds
                quota: {requestsPerMinute: 1}
            """);

    assertThat(lab.chat("sk-demo", Lab.body(PRO, "hello")).status()).isEqualTo(401);
    assertThat(lab.chat("any-secret", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    FakeExchange refused = lab.chat("sk-other.b", Lab.body(PRO, "hello"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headerLines()).contains("retry-after: 60");
    assertThat(lab.chat("sk-other.b", Lab.body(FLASH, "hello")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "strictKeys: maybe|:1: 'strictKeys': expected true or false: maybe",
        "strict: true|:1: 'strict': unknown key, expected one of strictKeys, accounts, cluster,"
            + " latency, load, tokens, content, wire, store",
        "content: {outputTokens: 0}|:1: 'content.outputTokens': expected a whole number within"
            + " 1..131072: 0",
        "content: {outputTokens: many}|'content.outputTokens': expected a whole number",
        "content: [1]|'content': expected a mapping",
        "latency: {profile: fast}|'latency.profile': unknown latency profile: 'fast'",
        "latency: {fixed: {ttftMillis: 1}}|'latency.fixed.interTokenMillis' is missing",
        "accounts: [{id: a}]|'accounts[0].keys' is missing",
        "accounts: [{id: a b, keys: [k]}]|'accounts[0].id': expected letters, digits, - and _: a b",
        "accounts: [{id: a, keys: [k], profile: odd}]|'accounts[0].profile': unknown profile:"
            + " 'odd', expected one of documented, strict, calendar",
        "a: [1|is not YAML",
        "hello|expected a mapping"
      })
  void refuses_a_broken_file_in_one_line(String yaml, String line) {
    assertThatThrownBy(() -> lab(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(line)
        .contains("config.yaml:1:")
        .hasLineCount(1);
  }

  @Test
  void names_the_line_of_a_wrong_key() {
    assertThatThrownBy(() -> lab("strictKeys: false\ncontent:\n  outputTokns: 3\n"))
        .hasMessageContaining("config.yaml:3: 'content.outputTokns': unknown key");
  }

  @Test
  void refuses_a_key_that_two_accounts_claim() {
    assertThatThrownBy(() -> lab("accounts: [{id: a, keys: [k]}, {id: b, keys: [k]}]"))
        .hasMessageContaining("a key of account 'b' stands there twice")
        .message()
        .doesNotContain("'k'");
  }

  @Test
  void takes_a_changed_copy_of_a_profile() throws IOException {
    String documented;
    try (var in = ServerOptions.class.getResourceAsStream("profile/documented.yaml")) {
      documented = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Path copy = dir.resolve("mine.yaml");
    Files.writeString(copy, documented.replaceFirst("value: page", "value: 2"));
    Lab lab = new Lab(ServerOptions.defaults().under(copy.toString()));

    for (int i = 0; i < 2; i++) {
      assertThat(lab.chat("sk-demo", Lab.body(PRO, "hello")).status()).isEqualTo(200);
    }
    assertThat(lab.chat("sk-demo", Lab.body(PRO, "hello")).status()).isEqualTo(429);
  }

  @Test
  void prints_limits_and_what_is_assumed() {
    assertThat(MimoPlatform.create(ServerOptions.defaults()).assumptions())
        .contains(
            "ASSUMED: concurrency 100 (the page says there is a limit and prints no number; read"
                + " per account and model)")
        .anyMatch(line -> line.startsWith("100 RPM (DOCUMENTED), 10000000 TPM (DOCUMENTED): "));
  }

  @Test
  void prints_what_load_is_assumed_to_do() {
    assertThat(MimoPlatform.create(ServerOptions.defaults().under("overloaded")).assumptions())
        .anyMatch(
            line ->
                line.startsWith(
                    "ASSUMED: load: full speed up to 20 answers at once, in line from 40, refused"
                        + " above 60 ("));
    assertThat(MimoPlatform.create(ServerOptions.defaults()).assumptions())
        .noneMatch(line -> line.contains("load:"));
  }

  private Lab lab(String yaml) throws IOException {
    Path file = dir.resolve("config.yaml");
    Files.writeString(file, yaml);
    return new Lab(ServerOptions.defaults().configuredBy(file));
  }
}
