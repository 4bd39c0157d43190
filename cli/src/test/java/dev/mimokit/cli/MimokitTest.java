package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MimokitTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_is_an_answer() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).startsWith("Usage: mimokit ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void every_command_has_help_and_version() {
    assertThat(run("perform", "--help")).isEqualTo(ExitCode.OK);
    assertThat(run("perform", "--version")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .startsWith("Usage: mimokit perform ")
        .contains("Does as told.", "Java ");
  }

  @Test
  void an_unknown_command_is_named_in_one_line() {
    assertThat(run("preform")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .isEqualTo(
            "mimokit: unknown command 'preform' (did you mean 'perform'?); see mimokit --help\n");
  }

  @Test
  void an_unknown_option_is_named_in_one_line() {
    assertThat(run("perform", "--fats")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .isEqualTo("mimokit: Unknown option: '--fats'; see mimokit perform --help\n");
  }

  @Test
  void a_surplus_argument_is_named_in_one_line() {
    assertThat(run("perform", "surplus")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .isEqualTo("mimokit: unknown argument 'surplus'; see mimokit perform --help\n");
  }

  @Test
  void a_missing_command_is_a_mistake() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).isEqualTo("mimokit: a command is missing; see mimokit --help\n");
  }

  @Test
  void a_command_ends_the_program_with_its_own_code() {
    assertThat(run("perform", "--as", "FAIL")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_refusal_is_said_in_its_own_words() {
    assertThat(run("perform", "--as", "REFUSE")).isEqualTo(ExitCode.USAGE);
    assertThat(run("perform", "--as", "NO_PORT")).isEqualTo(ExitCode.INCONCLUSIVE);

    assertThat(err.toString())
        .isEqualTo("mimokit: line 3: expected a number\nmimokit: port 80 is in use\n");
  }

  @Test
  void an_unexpected_exception_is_one_line() {
    assertThat(run("perform", "--as", "BREAK")).isEqualTo(ExitCode.INCONCLUSIVE);

    assertThat(err.toString())
        .isEqualTo("mimokit: unexpected IllegalStateException: two lines (--debug shows where)\n");
  }

  @Test
  void an_error_of_the_machine_is_not_a_failed_gate() {
    assertThat(run("perform", "--as", "EXHAUST")).isEqualTo(ExitCode.INCONCLUSIVE);

    assertThat(err.toString()).startsWith("mimokit: unexpected OutOfMemoryError: ");
  }

  @Test
  void debug_shows_where_it_broke() {
    run("perform", "--as", "BREAK", "--debug");

    assertThat(err.toString()).contains("\tat " + Perform.class.getName());
  }

  private int run(String... arguments) {
    CommandLine commandLine =
        Mimokit.commandLine()
            .addSubcommand(new Perform())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return Mimokit.run(commandLine, arguments);
  }

  @Command(name = "perform", description = "Does as told.")
  private static final class Perform implements Callable<Integer> {

    enum Ending {
      FAIL,
      REFUSE,
      NO_PORT,
      BREAK,
      EXHAUST
    }

    @Option(names = "--as")
    private Ending ending = Ending.FAIL;

    @Override
    public Integer call() {
      return switch (ending) {
        case FAIL -> ExitCode.FAILED;
        case REFUSE -> throw ExitException.usage("line 3: expected a number");
        case NO_PORT -> throw ExitException.infrastructure("port 80 is in use");
        case BREAK -> throw new IllegalStateException("two\n  lines");
        case EXHAUST -> throw new OutOfMemoryError("Java heap space");
      };
    }
  }
}
