package dev.mimokit.cli.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this program starts itself once more, on the same JVM. */
public final class Self {

  /** The main class, which this room must not know. */
  static final String MAIN = "dev.mimokit.cli.Mimokit";

  private Self() {}

  /** {@code mimokit serve} on any free port. */
  public static List<String> serve(Path portFile, long seed) {
    List<String> command = new ArrayList<>(program());
    command.addAll(
        List.of(
            "serve",
            "--port",
            "0",
            "--port-file",
            portFile.toString(),
            "--seed",
            Long.toString(seed)));
    return command;
  }

  /** The launcher of the distribution; the bare class path where there is none, as in tests. */
  private static List<String> program() {
    return launcher()
        .orElseGet(
            () ->
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    MAIN));
  }

  /** The launcher of the distribution, if this program was started by it. */
  public static Optional<List<String>> launcher() {
    String classPath = System.getProperty("java.class.path");
    Path jar = Path.of(classPath.split(File.pathSeparator, 2)[0]);
    Path script = jar.resolveSibling("../bin/mimokit").normalize();
    return jar.endsWith("mimokit-cli.jar") && Files.isExecutable(script)
        ? Optional.of(
            List.of("env", "JAVA_HOME=" + System.getProperty("java.home"), script.toString()))
        : Optional.empty();
  }
}
