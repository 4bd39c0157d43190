package dev.mimokit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mimokit.cli.plan.PlanCommand;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: finds the command, runs it, turns whatever happens into an {@link ExitCode}. */
@Command(
    name = "mimokit",
    description = "The proving ground for clients of the Xiaomi MiMo API.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      ServeCommand.class,
      GateCommand.class,
      PlanCommand.class,
      ModelsCommand.class,
      CountCommand.class,
      BenchCommand.class,
      ReportCommand.class,
      CompareCommand.class
    })
public final class Mimokit implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an unexpected failure.")
  private boolean debug;

  private Mimokit() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    CommandLine commandLine =
        commandLine()
            .setOut(new PrintWriter(System.out, true, UTF_8))
            .setErr(new PrintWriter(System.err, true, UTF_8));
    System.exit(run(commandLine, arguments));
  }

  /** The root command with every command below it. */
  static CommandLine commandLine() {
    Mimokit program = new Mimokit();
    Complaints complaints = new Complaints(program);
    return new CommandLine(program)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** Runs one command; nothing it throws, errors included, gets past this method. */
  static int run(CommandLine commandLine, String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (Throwable failure) {
      Mimokit program = commandLine.getCommand();
      return new Complaints(program).unexpected(failure, commandLine);
    }
  }

  /** Without a command there is nothing to do. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  boolean debug() {
    return debug;
  }
}
