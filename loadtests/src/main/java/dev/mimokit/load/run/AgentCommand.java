package dev.mimokit.load.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final String RECOMMENDED = "recommended";
  private static final String SPRING_AI_DRIVER = "SpringAiDriver";

  /** Where the scripts of Node's clients are, below the working directory. */
  private static final Path NODE = Path.of("loadtests", "agents", "node");

  /** Where Spring AI is, with an openai-java of its own that must not meet ours. */
  private static final Path SPRING_AI = Path.of("loadtests", "agents", "spring-ai");

  private static final Map<String, List<String>> BUILT_IN = new LinkedHashMap<>();
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}(/recommended)?");

  static {
    BUILT_IN.put(REFERENCE, java("ReferenceAgent"));
    inBothSettings("openai-java", java("OpenAiJavaAgent"));
    inBothSettings("anthropic-java", java("AnthropicJavaAgent"));
    inBothSettings("langchain4j", java("LangChain4jAgent"));
    inBothSettings("spring-ai", springAi());
    inBothSettings("resilience4j", java("Resilience4jAgent"));
    inBothSettings("failsafe", java("FailsafeAgent"));
    inBothSettings("openai-node", node("openai.mjs"));
    inBothSettings("anthropic-node", node("anthropic.mjs"));
    inBothSettings("vercel-ai", node("vercel.mjs"));
  }

  private static void inBothSettings(String name, List<String> program) {
    BUILT_IN.put(name, program);
    List<String> recommended = new ArrayList<>(program);
    recommended.add(RECOMMENDED);
    BUILT_IN.put(name + "/" + RECOMMENDED, List.copyOf(recommended));
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
    List<String> program = BUILT_IN.get(argument);
    if (program == null) {
      throw new UsageException(
          "unknown agent \""
              + argument
              + "\": expected "
              + String.join(", ", builtIn())
              + " or NAME=COMMAND");
    }
    requireInstalled(argument, program);
    return new AgentCommand(argument, program, shown(program));
  }

  /** These clients are not part of the distribution: they are found in a checkout. */
  private static void requireInstalled(String name, List<String> program) {
    if (program.get(0).equals("node") && !Files.isDirectory(NODE.resolve("node_modules"))) {
      throw new UsageException(
          "agent " + name + " runs from a checkout, after: (cd " + NODE + " && npm ci)");
    }
    if (program.contains(SPRING_AI_DRIVER) && !Files.isDirectory(springAiJars())) {
      throw new UsageException(
          "agent " + name + " runs from a checkout, after: mvn -f " + SPRING_AI + " package");
    }
  }

  private static Path springAiJars() {
    return SPRING_AI.resolve("target").resolve("lib");
  }

  /** Without the class path, which is of no interest to people. */
  private static String shown(List<String> program) {
    int classPath = program.indexOf("-cp");
    return String.join(" ", program.subList(classPath < 0 ? 0 : classPath + 2, program.size()));
  }

  /** A client that somebody else starts. */
  public static AgentCommand attached(String name) {
    return new AgentCommand(name, List.of(), "attached");
  }

  /** Whether somebody else starts it. */
  boolean isAttached() {
    return command.isEmpty();
  }

  /** The agent that a shell command starts. */
  public static AgentCommand shell(String name, String command) {
    if (command.isBlank()) {
      throw new UsageException("agent " + name + " has no command: expected NAME=COMMAND");
    }
    return new AgentCommand(name, List.of("sh", "-c", command), command);
  }

  private static List<String> java(String program) {
    return java(System.getProperty("java.class.path"), "dev.mimokit.load.agent." + program);
  }

  private static List<String> springAi() {
    return java(springAiJars() + "/*", SPRING_AI_DRIVER);
  }

  private static List<String> java(String classPath, String program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        program);
  }

  private static List<String> node(String script) {
    return List.of("node", NODE.resolve(script).toString());
  }

  /** The name as it stands in accounts and jobs, which know no slash. */
  String slug() {
    return name.replace('/', '-');
  }
}
