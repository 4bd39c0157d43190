package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one benchmark run and where they were measured.
 *
 * @param source the directory or file, for complaints
 * @param machine what has to be equal for two runs to compare: {@code JDK}, {@code CPU}, {@code
 *     cores} and options, as far as the files say
 * @param figures by name, in the files' order
 * @param unfit controls that left their band, a line each: the machine was not fit to measure on
 */
public record Measured(
    String source, Map<String, String> machine, Map<String, Figure> figures, List<String> unfit) {

  private static final Map<String, String> FACTS =
      Map.of("java", "JDK", "cpu", "CPU", "cores", "cores");

  /** Copies the list. */
  public Measured {
    unfit = List.copyOf(unfit);
  }

  /**
   * Reads a run directory with {@code bench.json} or {@code jmh.json}, or one such file by itself.
   *
   * @throws RunFormatException when there is none, or it holds no figure
   */
  public static Measured read(Path path) throws RunFormatException {
    if (!Files.exists(path)) {
      throw new RunFormatException(path + ": expected a benchmark run, there is none");
    }
    MeasuredReader reader = new MeasuredReader();
    Map<String, String> machine = new LinkedHashMap<>();
    if (Files.isDirectory(path)) {
      readDirectory(path, reader, machine);
    } else {
      reader.read(path);
    }
    if (reader.figures().isEmpty()) {
      throw new RunFormatException(
          path + ": expected figures in " + BenchRow.FILE + " or " + BenchmarkScore.FILE);
    }
    reader.machine().forEach(machine::putIfAbsent);
    return new Measured(path.toString(), machine, reader.figures(), reader.unfit());
  }

  private static void readDirectory(
      Path directory, MeasuredReader reader, Map<String, String> machine)
      throws RunFormatException {
    reader.read(directory.resolve(BenchRow.FILE));
    reader.read(directory.resolve(BenchmarkScore.FILE));
    var manifest = Json.read(directory.resolve(Manifest.FILE));
    if (manifest.isPresent()) {
      JsonNode root = manifest.get();
      FACTS.forEach((name, shown) -> putIfSaid(machine, shown, root.path(name)));
      putIfSaid(machine, "option quick", root.path("options").path("quick"));
    }
  }

  private static void putIfSaid(Map<String, String> into, String name, JsonNode value) {
    String text = Json.text(value);
    if (!text.isBlank()) {
      into.put(name, text);
    }
  }
}
