package dev.mimokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.cli.program.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a sweep, in a JVM of its own. */
class SweepInterruptedTest {

  @TempDir private Path folder = Path.of("");

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void keeps_the_rows_that_are_done() throws IOException, InterruptedException {
    Path csv = folder.resolve("rows.csv");
    Process sweep =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Mimokit.class.getName(),
                "plan",
                "sweep",
                "--rate-per-hour",
                "6000",
                "--hours",
                "1",
                "--latency",
                "off",
                "--axis",
                "quota-units=2..1001",
                "--csv")
            .redirectOutput(csv.toFile())
            .start();
    String last = "";
    try (BufferedReader err = sweep.errorReader(StandardCharsets.UTF_8)) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        last = line;
        if (line.matches("mimokit: [0-9]+ of 1000 points")) {
          assertThat(interrupt(sweep)).isZero();
        }
      }
      assertThat(sweep.waitFor()).isEqualTo(ExitCode.INCONCLUSIVE);
    } finally {
      sweep.destroyForcibly();
    }

    assertThat(last).matches("mimokit: stopped, [0-9]+ of 1000 done");
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSizeBetween(2, 1_000);
    assertThat(rows.get(0)).startsWith("quota-units,window,");
    assertThat(rows.get(1)).startsWith("2,sliding-log,");
  }

  private static int interrupt(Process process) throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
