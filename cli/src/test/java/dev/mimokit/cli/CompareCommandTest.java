package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.cli.program.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void a_run_beside_itself_exits_0_and_beside_a_slower_one_1() throws IOException {
    Path base = run("base", "17.0.15", "1.0, 1.1, 1.2");
    Path slower = run("slower", "17.0.15", "1.5, 1.6, 1.7");

    assertThat(mimokit("compare", base.toString(), base.toString())).isEqualTo(ExitCode.OK);
    assertThat(mimokit("compare", base.toString(), slower.toString())).isEqualTo(ExitCode.FAILED);

    assertThat(out.toString()).contains("regressed  clock", "+45.5 %", "exit 1");
  }

  @Test
  void another_jdk_exits_3_and_anyway_is_only_warned_of() throws IOException {
    String base = run("base", "17.0.15", "1.0, 1.1, 1.2").toString();
    String other = run("other", "25", "1.0, 1.1, 1.2").toString();

    assertThat(mimokit("compare", base, other)).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out.toString()).contains("not comparable: JDK differs: \"17.0.15\" and \"25\"");
    assertThat(mimokit("compare", base, other, "--anyway")).isEqualTo(ExitCode.OK);
  }

  @Test
  void the_same_is_said_as_json_as_markdown_and_for_dashboards() throws IOException {
    String base = run("base", "17.0.15", "1.0, 1.1, 1.2").toString();
    Path markdown = folder.resolve("compare.md");
    Path dashboard = folder.resolve("dashboard.json");

    int exit =
        mimokit(
            "compare",
            base,
            base,
            "--json",
            "--markdown=" + markdown,
            "--smaller-is-better=" + dashboard);

    assertThat(exit).isEqualTo(ExitCode.OK);
    JsonNode answer = Json.MAPPER.readTree(out.toString());
    assertThat(answer.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(answer.at("/changes/0/kind").asText()).isEqualTo("same");
    assertThat(Files.readString(markdown)).contains("| same | clock | 1.100 | 1.100 | x |");
    assertThat(Json.MAPPER.readTree(dashboard.toFile()).at("/0/value").asDouble()).isEqualTo(1.1);
  }

  @Test
  void a_directory_without_figures_and_a_senseless_threshold_are_one_line_each()
      throws IOException {
    String base = run("base", "17.0.15", "1.0, 1.1, 1.2").toString();

    assertThat(mimokit("compare", base, folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(mimokit("compare", base, base, "--threshold=-5")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains(folder + ": expected figures in bench.json or jmh.json")
        .contains("thresholds must not be negative: -0.05");
  }

  private Path run(String name, String java, String repeats) throws IOException {
    Path directory = Files.createDirectories(folder.resolve("runs").resolve(name));
    Files.writeString(
        directory.resolve("manifest.json"), "{\"java\": \"%s\", \"cores\": 2}".formatted(java));
    Files.writeString(
        directory.resolve("bench.json"),
        "{\"rows\": [{\"name\": \"clock\", \"value\": 1.1, \"unit\": \"x\", \"repeats\": [%s]}]}"
            .formatted(repeats));
    return directory;
  }

  private int mimokit(String... arguments) {
    CommandLine program =
        Mimokit.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Mimokit.run(program, arguments);
  }
}
