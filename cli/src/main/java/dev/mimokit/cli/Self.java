package dev.mimokit.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself once more, on the same JVM. */
final class Self {

  private Self() {}

  /** {@code mimokit serve} on any free port. */
  static List<String> serve(Path portFile, long seed) {
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
  static List<String> program() {
    String home = System.getProperty("java.home");
    String classPath = System.getProperty("java.class.path");
    Path launcher = Path.of(classPath.split(File.pathSeparator, 2)[0]);
    Path script = launcher.resolveSibling("../bin/mimokit").normalize();
    if (launcher.endsWith("mimokit-cli.jar") && Files.isExecutable(script)) {
      return List.of("env", "JAVA_HOME=" + home, script.toString());
    }
    String java = Path.of(home, "bin", "java").toString();
    return List.of(java, "-cp", classPath, Mimokit.class.getName());
  }
}
