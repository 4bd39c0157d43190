package dev.mimokit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.report.ReportWriter;
import dev.mimokit.report.compare.Comparing;
import dev.mimokit.report.compare.Contrast;
import dev.mimokit.report.compare.ContrastJson;
import dev.mimokit.report.compare.ContrastMarkdown;
import dev.mimokit.report.compare.ContrastTable;
import dev.mimokit.report.compare.Thresholds;
import dev.mimokit.report.read.Measured;
import dev.mimokit.report.read.RunFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The regression gate of benchmarks. */
@Command(
    name = "compare",
    description = {
      "Compares two benchmark runs of one machine: head by base, median by median of the forks.",
      "A figure regressed when it is worse by more than the threshold, the 95 %% bootstrap interval"
          + " of the ratio excludes 1 and the Mann-Whitney test agrees; allocated bytes, which"
          + " hardly vary, when they grew by more than 1 %% and 1 B. Measure five forks or more.",
      "Exits 0 when nothing regressed, 1 when something did, 3 when the runs do not compare:"
          + " another JDK, CPU, flags, or a machine that was not fit."
    })
final class CompareCommand implements Callable<Integer> {

  private static final double PERCENT = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "A bench's --out, its bench.json, or JMH's JSON.")
  private Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "HEAD", description = "The same, measured later.")
  private Path head = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "How much worse a figure may become; 10 by default. Allocation has its own.")
  private double threshold = Thresholds.DEFAULT.share() * PERCENT;

  @Option(
      names = "--anyway",
      description = "Compare also what does not compare; only warn of the differences.")
  private boolean anyway;

  @Option(names = "--json", description = "The comparison as JSON on stdout.")
  private boolean json;

  @Option(names = "--markdown", paramLabel = "F", description = "The comparison as Markdown.")
  private @Nullable Path markdown;

  @Option(
      names = "--smaller-is-better",
      paramLabel = "F",
      description = "The head's figures for github-action-benchmark (customSmallerIsBetter).")
  private @Nullable Path smallerIsBetter;

  @Override
  public Integer call() throws IOException {
    Contrast contrast = contrast();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(pretty(ContrastJson.of(contrast, anyway)));
    } else {
      out.print(ContrastTable.of(contrast, anyway));
    }
    out.flush();
    if (markdown != null) {
      write(markdown, ContrastMarkdown.of(contrast, anyway));
    }
    if (smallerIsBetter != null) {
      write(smallerIsBetter, pretty(ContrastJson.smallerIsBetter(contrast)) + "\n");
    }
    return contrast.exit(anyway);
  }

  private Contrast contrast() {
    try {
      Thresholds thresholds = Thresholds.DEFAULT.withShare(threshold / PERCENT);
      return Comparing.compare(Measured.read(base), Measured.read(head), thresholds);
    } catch (RunFormatException | IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  private static String pretty(JsonNode tree) throws IOException {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
  }

  private static void write(Path file, String text) {
    try {
      ReportWriter.write(file, text);
    } catch (IOException e) {
      throw ExitException.usage("cannot write " + file + ": " + e);
    }
  }
}
