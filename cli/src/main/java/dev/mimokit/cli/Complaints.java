package dev.mimokit.cli;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line on stderr and an {@link ExitCode}. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Mimokit program;

  Complaints(Mimokit program) {
    this.program = program;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(command, what(mistake) + "; see " + name + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof ExitException exit) {
      say(command, message(exit));
      return exit.exitCode();
    }
    return unexpected(failure, command);
  }

  /** Nobody foresaw this one: name it, and show where it came from only when asked to. */
  int unexpected(Throwable failure, CommandLine command) {
    String type = failure.getClass().getSimpleName();
    if (program.debug()) {
      failure.printStackTrace(command.getErr());
    }
    say(command, "unexpected " + type + ": " + message(failure) + " (--debug shows where)");
    return ExitCode.INCONCLUSIVE;
  }

  private static String what(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      return "unknown "
          + kind(unmatched)
          + " '"
          + unmatched.getUnmatched().get(0)
          + "'"
          + hint(unmatched);
    }
    return message(mistake);
  }

  private static String kind(UnmatchedArgumentException unmatched) {
    return unmatched.getCommandLine().getParent() == null ? "command" : "argument";
  }

  private static String hint(UnmatchedArgumentException unmatched) {
    return unmatched.getSuggestions().stream()
        .findFirst()
        .map(suggestion -> " (did you mean '" + suggestion + "'?)")
        .orElse("");
  }

  private static String message(Throwable failure) {
    return Optional.ofNullable(failure.getMessage())
        .orElse("no message")
        .replaceAll("\\R\\s*", " ");
  }

  private static void say(CommandLine command, String line) {
    command.getErr().println("mimokit: " + line);
  }
}
