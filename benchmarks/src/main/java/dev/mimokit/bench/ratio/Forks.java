package dev.mimokit.bench.ratio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * JVMs like this one that answer questions and end.
 *
 * @param main a class whose {@code main} ends in {@link Fork#answer}
 * @param work a directory for what they say beside
 */
public record Forks(Class<?> main, Path work) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Whether what is measured waits for the compiler. */
  enum Compiler {
    /** For what is repeated: on a busy machine it would be measured before it is compiled. */
    FIRST("-Xbatch"),
    /** For what happens once, as it does everywhere. */
    BESIDE("-XX:+BackgroundCompilation");

    private final String option;

    Compiler(String option) {
      this.option = option;
    }
  }

  /** Everything that one fork tells. */
  List<Told> run(Compiler compiler, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xlog:disable", compiler.option, "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    Path log = Files.createTempFile(work, "fork", ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    Thread hook = new Thread(process::destroyForcibly, "end-fork");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return told(process, log);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private static List<Told> told(Process process, Path log)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    CompletableFuture<Process> end =
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    var unused = end.exceptionally(late -> process.destroyForcibly());
    List<Told> told = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
        Told.parse(line.get()).ifPresent(told::add);
      }
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("a fork ended with status " + status + said(log));
    }
    return told;
  }

  private static Optional<String> next(BufferedReader lines) throws IOException {
    return Optional.ofNullable(lines.readLine());
  }

  private static String said(Path log) throws IOException {
    return Files.readAllLines(log).stream().findFirst().map(line -> ": " + line).orElse("");
  }
}
