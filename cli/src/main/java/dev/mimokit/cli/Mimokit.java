package dev.mimokit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mimokit.cli.plan.PlanCommand;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.Version;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
    scope = ScopeType.INHERIT)
public final class Mimokit implements Callable<Integer> {

  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an unexpected failure.")
  private boolean debug;

  private Mimokit() {}

  /**
   * In lambdas, so that a command's class is looked for when it is made: {@code serve} has none but
   * its own.
   */
  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> new ServeCommand());
    commands.put("gate", () -> new GateCommand());
    commands.put("plan", () -> new PlanCommand());
    commands.put("models", () -> new ModelsCommand());
    commands.put("count", () -> new CountCommand());
    commands.put("bench", () -> new BenchCommand());
    commands.put("report", () -> new ReportCommand());
    commands.put("compare", () -> new CompareCommand());
    return commands;
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    if (named(arguments).equals(Set.of("serve"))) {
      ServeCommand.foresee(arguments);
    }
    CommandLine commandLine =
        commandLine(named(arguments))
            .setOut(new PrintWriter(System.out, true, UTF_8))
            .setErr(new PrintWriter(System.err, true, UTF_8));
    System.exit(run(commandLine, arguments));
  }

  /** The root command with every command below it. */
  static CommandLine commandLine() {
    return commandLine(COMMANDS.keySet());
  }

  private static CommandLine commandLine(Set<String> names) {
    Mimokit program = new Mimokit();
    Complaints complaints = new Complaints(program);
    CommandLine commandLine = new CommandLine(program);
    COMMANDS.forEach(
        (name, command) -> {
          if (names.contains(name)) {
            commandLine.addSubcommand(name, command.get());
          }
        });
    return commandLine
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /**
   * The command that stands first, or all: to describe every command and its options takes longer
   * and more memory than many of them do.
   */
  private static Set<String> named(String... arguments) {
    return arguments.length > 0 && COMMANDS.containsKey(arguments[0])
        ? Set.of(arguments[0])
        : COMMANDS.keySet();
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
