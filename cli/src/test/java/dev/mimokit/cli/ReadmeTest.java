package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.server.MimoPlatform;
import dev.mimokit.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command the README shows is one the program understands. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern COMMAND = Pattern.compile("\\./mimokit ([^`#\\n|&]+)");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  Stream<DynamicTest> knows_every_command_it_shows() throws IOException {
    List<String> commands =
        COMMAND.matcher(Files.readString(README)).results().map(m -> m.group(1).trim()).toList();
    assertThat(commands).hasSizeGreaterThan(10);
    return commands.stream()
        .distinct()
        .map(line -> DynamicTest.dynamicTest(line, () -> understands(line)));
  }

  @Test
  void shows_a_configuration_that_a_server_takes(@TempDir Path dir) throws IOException {
    String yaml =
        YAML.matcher(Files.readString(README))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());
    Path file = Files.writeString(dir.resolve("readme.yaml"), yaml);

    assertThat(yaml).contains("latency:", "load:", "content:", "wire:");
    assertThat(MimoPlatform.create(ServerOptions.defaults().configuredBy(file)).assumptions())
        .isNotEmpty();
  }

  /** Throws what the program would complain about. */
  private static void understands(String line) {
    assertThat(Mimokit.commandLine().parseArgs(words(line)).hasSubcommand()).isTrue();
  }

  private static String[] words(String line) {
    return WORD.matcher(line).results().map(ReadmeTest::word).toArray(String[]::new);
  }

  private static String word(MatchResult found) {
    String quoted = found.group(1);
    return quoted == null ? found.group(2) : quoted;
  }
}
