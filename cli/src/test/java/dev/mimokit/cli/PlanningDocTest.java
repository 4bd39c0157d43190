package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.cli.program.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** docs/planning.md is true: its commands run, on its own trace and its own question. */
class PlanningDocTest {

  private static final Path DOC = Path.of("..", "docs", "planning.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./mimokit (.+)$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder = Path.of("");

  @Test
  void every_command_it_shows_runs_in_the_order_shown() throws IOException {
    String doc = Files.readString(DOC);
    Files.writeString(folder.resolve("trace.csv"), block(doc, "csv"));
    Files.writeString(folder.resolve("question.yaml"), block(doc, "yaml"));
    List<String> commands = COMMAND.matcher(doc).results().map(m -> m.group(1)).toList();

    assertThat(commands).hasSizeGreaterThan(6);
    for (String command : commands) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine program =
          Mimokit.commandLine()
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true));

      int exit = Mimokit.run(program, words(command));

      assertThat(exit).as("%s: %s", command, err).isEqualTo(ExitCode.OK);
      assertThat(out.toString()).as(command).isNotBlank();
    }
  }

  private static String block(String doc, String language) {
    String from = "```" + language + "\n";
    int start = doc.indexOf(from) + from.length();
    return doc.substring(start, doc.indexOf("```", start));
  }

  private String[] words(String command) {
    return WORD.matcher(command).results().map(this::word).toArray(String[]::new);
  }

  /** What the document calls a file is in a directory of the test's. */
  private String word(MatchResult found) {
    String word = found.group(1) == null ? found.group(2) : found.group(1);
    return word.matches("(trace\\.csv|question\\.yaml|plan\\.html|runs/plan)")
        ? folder.resolve(word).toString()
        : word;
  }
}
