package dev.mimokit.cli.plan;

import dev.mimokit.cli.trace.Layout;
import dev.mimokit.cli.trace.TimeUnit;
import dev.mimokit.cli.trace.TraceReader;
import dev.mimokit.core.sim.Workload;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a trace is read and played. */
final class TraceFlags {

  private static final List<String> PARTS = List.of("time", "prompt", "output");

  @Option(
      names = "--trace",
      paramLabel = "F",
      description = "Replay the requests of this file; gzip is unpacked.")
  private @Nullable Path trace;

  @Option(
      names = "--format",
      paramLabel = "T",
      defaultValue = "azure",
      description = "azure (default), mooncake, burstgpt; csv or jsonl with --columns.")
  private String format = "azure";

  @Option(
      names = "--columns",
      paramLabel = "C",
      defaultValue = "",
      description = "Of csv and jsonl: time=NAME,prompt=NAME,output=NAME.")
  private String columns = "";

  @Option(
      names = "--time-unit",
      paramLabel = "U",
      defaultValue = "s",
      description = "Of csv and jsonl: s (default), ms, us, ns or iso.")
  private String unit = "s";

  @Option(names = "--sort", description = "Sort the trace; else a row out of order is refused.")
  private boolean sort;

  @Option(
      names = "--scale",
      paramLabel = "X",
      defaultValue = "1",
      description = "Requests for each of the trace's.")
  private double scale = 1;

  @Option(
      names = "--time-compression",
      paramLabel = "X",
      defaultValue = "1",
      description = "Gaps are divided by this.")
  private double compression = 1;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often the trace is played, one after another.")
  private int repeat = 1;

  /** A trace that stands as an argument of the command. */
  void trace(Path file) {
    trace = file;
  }

  boolean given() {
    return trace != null;
  }

  void apply(Draft draft) {
    if (trace != null) {
      draft.traceName = trace.toString();
      draft.workload =
          new Workload.Traced(
              TraceReader.read(trace, layout(format, columns, unit), sort),
              scale,
              compression,
              repeat);
      draft.workloadGiven = true;
    }
  }

  /** The layout that flags or a file name. */
  static Layout layout(String format, String columns, String unit) {
    if (columns.isEmpty()) {
      return Layout.named(format)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "unknown trace format: '%s', expected %s, or csv or jsonl with --columns"
                          .formatted(format, String.join(", ", Layout.NAMES))));
    }
    Map<String, String> names = names(columns);
    TimeUnit told =
        TimeUnit.named(unit)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown time unit: '%s', expected one of %s"
                            .formatted(unit, TimeUnit.names())));
    return new Layout(
        container(format),
        names.getOrDefault("time", ""),
        told,
        names.getOrDefault("prompt", ""),
        names.getOrDefault("output", ""));
  }

  static Layout.Container container(String format) {
    return switch (format) {
      case "csv" -> Layout.Container.CSV;
      case "jsonl" -> Layout.Container.JSONL;
      default ->
          throw new IllegalArgumentException(
              "unknown trace format: '" + format + "', expected csv or jsonl beside columns");
    };
  }

  private static Map<String, String> names(String columns) {
    Map<String, String> names = new HashMap<>();
    int at = 1;
    for (String pair : columns.split(",", -1)) {
      int equals = pair.indexOf('=');
      String part = equals < 0 ? pair : pair.substring(0, equals);
      if (!PARTS.contains(part) || equals == pair.length() - 1 || equals < 0) {
        throw columns(at, columns);
      }
      names.put(part, pair.substring(equals + 1));
      at += pair.length() + 1;
    }
    if (!names.keySet().containsAll(PARTS)) {
      throw columns(columns.length() + 1, columns);
    }
    return names;
  }

  private static IllegalArgumentException columns(int at, String columns) {
    return new IllegalArgumentException(
        "--columns, column %d of '%s': expected time=NAME,prompt=NAME,output=NAME"
            .formatted(at, columns));
  }
}
