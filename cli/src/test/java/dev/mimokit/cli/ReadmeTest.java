package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command the README shows is one the program understands. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Pattern COMMAND = Pattern.compile("\\./mimokit ([^`#\\n|&]+)");
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
