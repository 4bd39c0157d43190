package dev.mimokit.load.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client under test: its column's name, and the command that starts its driver.
 *
 * @param shown the command as people typed it, for the manifest
 */
public record AgentCommand(String name, List<String> command, String shown) {

  /** The agent that the default gate judges, and whose retry policy Gatling's suite runs. */
  public static final String REFERENCE = "reference";

  private static final Map<String, String> BUILT_IN = new LinkedHashMap<>();
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}(/recommended)?");

  static {
    BUILT_IN.put(REFERENCE, "dev.mimokit.load.agent.ReferenceAgent");
    BUILT_IN.put("openai-java", "dev.mimokit.load.agent.OpenAiJavaAgent");
  }

  /** Copies the list; refuses names that can stand in no account. */
  public AgentCommand {
    command = List.copyOf(command);
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "agent name must be letters, digits, - and _, at most 60: \"" + name + "\"");
    }
  }

  /** The agents that need no command. */
  public static Set<String> builtIn() {
    return BUILT_IN.keySet();
  }

  /** The agent of an argument: a built-in name, or {@code NAME=COMMAND} for a shell. */
  public static AgentCommand of(String argument) {
    int equals = argument.indexOf('=');
    if (equals >= 0) {
      return shell(argument.substring(0, equals), argument.substring(equals + 1));
    }
    String main = BUILT_IN.get(argument);
    if (main == null) {
      throw new UsageException(
          "unknown agent \""
              + argument
              + "\": expected "
              + String.join(", ", builtIn())
              + " or NAME=COMMAND");
    }
    return new AgentCommand(argument, java(main), main);
  }

  /** The agent that a shell command starts. */
  public static AgentCommand shell(String name, String command) {
    if (command.isBlank()) {
      throw new UsageException("agent " + name + " has no command: expected NAME=COMMAND");
    }
    return new AgentCommand(name, List.of("sh", "-c", command), command);
  }

  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        main);
  }

  /** The name as it stands in accounts and jobs, which know no slash. */
  String slug() {
    return name.replace('/', '-');
  }
}
