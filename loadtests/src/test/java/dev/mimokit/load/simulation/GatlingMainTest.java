package dev.mimokit.load.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatlingMainTest {

  private static final String PLAN =
      """
      {"baseUrl": "http://127.0.0.1:1/v1", "policy": "reference",
       "seed": 7, "smoke": true, "limitSeconds": 5, "out": "unused",
       "loads": [{"name": "burst", "arrivals": {"shape": "burst", "jobs": 1, "spacingMillis": 0},
         "targets": {"apiKeys": ["sk-a.b"], "models": ["mimo-v2.5-pro"]}, "alone": true,
         "prepare": []}]}
      """;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final Path directory;

  GatlingMainTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void refuses_what_is_not_json() throws Exception {
    assertThat(run("{\n  oops")).isEqualTo(2);
    assertThat(line()).startsWith("mimokit: " + plan() + " line 2: Unexpected character");
  }

  @Test
  void refuses_an_unknown_field_by_name() throws Exception {
    assertThat(run(PLAN.replace("\"seed\"", "\"sead\": 8, \"seed\""))).isEqualTo(2);
    assertThat(line())
        .startsWith("mimokit: " + plan() + " field sead: unknown field, expected one of [")
        .contains("seed");
  }

  @Test
  void refuses_a_missing_field_by_name() throws Exception {
    assertThat(run(PLAN.replace("\"seed\": 7, ", ""))).isEqualTo(2);
    assertThat(line()).contains("field seed: Missing creator property 'seed'");
  }

  @Test
  void refuses_a_wrong_value_with_its_rule() throws Exception {
    assertThat(run(PLAN.replace("\"jobs\": 1", "\"jobs\": 0"))).isEqualTo(2);
    assertThat(line())
        .isEqualTo(
            "mimokit: " + plan() + " field loads.0.arrivals: jobs must be within [1, 99999]: 0");
  }

  @Test
  void refuses_an_unknown_policy_with_the_known_ones() throws Exception {
    assertThat(run(PLAN.replace("reference", "heroic"))).isEqualTo(2);
    assertThat(line()).contains("policy must be one of [reference, none, ").endsWith(": heroic");
  }

  @Test
  void refuses_a_call_without_plan() {
    assertThat(run(new String[0])).isEqualTo(2);
    assertThat(line()).isEqualTo("mimokit: expected one argument, a plan file: []");
  }

  @Test
  void a_plan_that_cannot_be_read_is_no_usage_error() {
    assertThat(run(new String[] {plan().toString()})).isEqualTo(3);
  }

  private int run(String json) throws Exception {
    Files.writeString(plan(), json);
    return run(new String[] {plan().toString()});
  }

  private int run(String[] args) {
    return GatlingMain.run(args, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path plan() {
    return directory.resolve("plan.json");
  }

  private String line() {
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(text).endsWith(System.lineSeparator()).hasLineCount(1);
    return text.strip();
  }
}
