package dev.mimokit.bench.process;

import dev.mimokit.core.time.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts servers that write their port to a file once they answer.
 *
 * @param program the launcher of the distribution, with what stands before it
 * @param work a directory for port files, configurations and what the servers say
 */
public record Launcher(List<String> program, Path work, NanoClock clock) {

  private static final long POLL_MILLIS = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Copies the command. */
  public Launcher {
    program = List.copyOf(program);
  }

  /** {@code mimokit serve} on a free port, with the flags and the class archive it always has. */
  public Subject serve(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.add("serve");
    command.addAll(arguments);
    command.addAll(List.of("--port", "0"));
    return start(command);
  }

  /**
   * A class with a {@code main} on this program's own class path, with the memory flags that {@code
   * serve} has, so that neither side collects garbage more often than the other.
   */
  public Subject java(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:disable");
    command.addAll(List.of("-XX:MetaspaceSize=96m", "-Xmn160m", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(command);
  }

  private Subject start(List<String> command) throws IOException, InterruptedException {
    Path portFile = Files.createTempFile(work, "port", "");
    // An empty file would do, but a server that could not write would look alive.
    Files.delete(portFile);
    Path log = Files.createTempFile(work, "server", ".log");
    command.addAll(List.of("--port-file", portFile.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread hook = new Thread(process::destroyForcibly, "end-server");
    Runtime.getRuntime().addShutdownHook(hook);
    process.getOutputStream().close();
    try {
      return new Subject(process, port(process, portFile, log), hook);
    } catch (IOException | InterruptedException e) {
      new Subject(process, 0, hook).close();
      throw e;
    }
  }

  private int port(Process process, Path portFile, Path log)
      throws IOException, InterruptedException {
    long startNanos = clock.nanoTime();
    while (clock.nanoTime() - startNanos < PATIENCE.toNanos()) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("a server ended with status " + process.exitValue() + said(log));
      }
      String text = Files.exists(portFile) ? Files.readString(portFile).strip() : "";
      if (text.matches("[0-9]+")) {
        return Integer.parseInt(text);
      }
    }
    throw new IOException(
        "a server did not answer within " + PATIENCE.toSeconds() + " s" + said(log));
  }

  private static String said(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1);
  }

  /** Writes a configuration for {@code --config}. */
  public Path configuration(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(work, "serve", ".yaml"), yaml);
  }
}
