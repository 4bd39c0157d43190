package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.cli.program.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes for CI, as far as they can be tried without the CI they are for. */
class RecipesTest {

  private static final Path RECIPES = Path.of("..", "recipes");
  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z][a-z-]+");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @MethodSource("yamlFiles")
  void yaml_is_yaml_without_double_keys(Path file) throws IOException {
    assertThat(yaml(file)).isInstanceOf(Map.class);
  }

  static Stream<Path> yamlFiles() throws IOException {
    try (Stream<Path> files = Files.walk(RECIPES)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".yml")).toList();
      assertThat(found).hasSize(3);
      return found.stream();
    }
  }

  @Test
  void the_action_is_composite_and_takes_inputs_through_the_environment_only() throws IOException {
    JsonNode action = Json.MAPPER.valueToTree(yaml(RECIPES.resolve("github/action.yml")));

    assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    assertThat(action.at("/inputs/client/required").asBoolean()).isTrue();
    for (JsonNode step : action.at("/runs/steps")) {
      assertThat(step.path("run").asText()).doesNotContain("${{");
      assertThat(step.has("run")).isEqualTo(step.has("shell"));
    }
    assertThat(action.at("/runs/steps/1/run").asText())
        .contains("\"$GITHUB_ACTION_PATH/../gate.sh\"");
    JsonNode workflow = Json.MAPPER.valueToTree(yaml(RECIPES.resolve("github/workflow.yml")));
    assertThat(workflow.at("/jobs/gate/steps/1/with").properties())
        .allMatch(input -> action.path("inputs").has(input.getKey()));
  }

  @Test
  void gitlab_keeps_the_files_that_the_gate_writes() throws IOException {
    JsonNode job =
        Json.MAPPER
            .valueToTree(yaml(RECIPES.resolve("gitlab/mimokit.gitlab-ci.yml")))
            .path("mimokit-gate");

    String out = job.at("/variables/MIMOKIT_OUT").asText();
    assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo(out + "/junit.xml");
    assertThat(job.at("/artifacts/paths/0").asText()).isEqualTo(out + "/");
    assertThat(job.at("/retry/exit_codes").asInt()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void the_shell_recipe_ends_as_the_gate_does_and_hands_its_words_on(int exit)
      throws IOException, InterruptedException {
    Path program = folder.resolve("mimokit");
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" >told\nexit " + exit + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();

    Process recipe =
        recipe(
            Map.of(
                "MIMOKIT", program.toAbsolutePath().toString(),
                "MIMOKIT_CLIENT", "python3 'my driver.py'",
                "MIMOKIT_ARGUMENTS", "--cases 2.* --strict"));

    assertThat(recipe.waitFor()).isEqualTo(exit);
    assertThat(Files.readAllLines(folder.resolve("told")))
        .containsExactly(
            "gate",
            "--client",
            "python3 'my driver.py'",
            "--out",
            "mimokit-run",
            "--cases",
            "2.*",
            "--strict");
  }

  @Test
  void the_shell_recipe_without_a_client_is_a_usage_error_of_one_line()
      throws IOException, InterruptedException {
    Process recipe = recipe(Map.of());

    String said = new String(recipe.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(recipe.waitFor()).isEqualTo(ExitCode.USAGE);
    assertThat(said).startsWith("gate.sh: MIMOKIT_CLIENT is empty").hasLineCount(1);
  }

  @Test
  void every_option_the_recipes_name_is_one_of_the_gate() throws Exception {
    String script =
        Json.MAPPER
            .readTree(RECIPES.resolve("npm/package.json").toFile())
            .at("/scripts/test:backoff")
            .asText();
    String maven =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(RECIPES.resolve("maven/pom.xml").toFile())
            .getElementsByTagName("commandlineArgs")
            .item(0)
            .getTextContent();
    String shell = Files.readString(RECIPES.resolve("gate.sh"));

    assertThat(options(script)).contains("--client", "--out");
    assertThat(options(maven)).contains("--client", "--out");
    assertThat(Stream.of(script, maven, shell).flatMap(text -> options(text).stream()).distinct())
        .allMatch(option -> gateKnows(option), "an option of the gate");
  }

  private static boolean gateKnows(String option) {
    return option.equals("--help")
        || Optional.ofNullable(Mimokit.commandLine().getSubcommands().get("gate"))
            .map(gate -> gate.getCommandSpec().findOption(option))
            .isPresent();
  }

  private static List<String> options(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).toList();
  }

  private Process recipe(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", RECIPES.resolve("gate.sh").toAbsolutePath().toString())
            .directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MIMOKIT"));
    builder.environment().remove("GITHUB_STEP_SUMMARY");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Object yaml(Path file) throws IOException {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new Load(strict).loadFromString(Files.readString(file));
  }
}
