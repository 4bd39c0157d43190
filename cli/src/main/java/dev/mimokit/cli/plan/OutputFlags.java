package dev.mimokit.cli.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.cli.program.Version;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.load.run.RunDirectory;
import dev.mimokit.load.run.UsageException;
import dev.mimokit.report.plan.PlanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How answers are shown and kept. */
final class OutputFlags {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_HISTOGRAMS = 50;
  private static final double MICROS = 1e6;

  /** One form at a time on stdout. */
  static final class Form {
    @Option(names = "--json", description = "Answers as JSON on stdout.")
    private boolean json;

    @Option(names = "--csv", description = "A row an answer on stdout.")
    private boolean csv;

    @Option(names = "--markdown", description = "A Markdown summary on stdout.")
    private boolean markdown;
  }

  @ArgGroup(multiplicity = "0..1")
  private Form form = new Form();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Keep plan.json, plan.csv, summary.md, index.html and waits as .hgrm in this run"
              + " directory.")
  private @Nullable Path out;

  boolean json() {
    return form.json;
  }

  /** Refuses a directory that cannot be written before anything is computed. */
  void check() {
    if (out != null) {
      directory(out);
    }
  }

  private static RunDirectory directory(Path out) {
    try {
      return RunDirectory.of(Optional.of(out), WallClock.system());
    } catch (UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Shows and keeps answers. */
  void show(CommandLine command, PlanJson json, List<PlanAnswer> answers) throws IOException {
    String name = command.getCommandName();
    ObjectNode plan = json.of(name, answers);
    PrintWriter stdout = command.getOut();
    PlanReport report = PlanReport.of(plan);
    if (form.json) {
      stdout.println(plan.toPrettyString());
    } else if (form.csv) {
      stdout.print(PlanCsv.of(plan));
    } else if (form.markdown) {
      stdout.print(report.markdown());
    } else {
      stdout.print(report.console());
    }
    if (out != null) {
      directory(out).publish(files(plan, report, answers));
      PrintWriter told = form.json || form.csv || form.markdown ? command.getErr() : stdout;
      told.println("report: " + out.resolve("index.html"));
    }
    stdout.flush();
  }

  private static Map<String, byte[]> files(
      ObjectNode plan, PlanReport report, List<PlanAnswer> answers) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(PlanReport.FILE, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(plan));
    files.put("plan.csv", PlanCsv.of(plan).getBytes(UTF_8));
    files.put("summary.md", report.markdown().getBytes(UTF_8));
    files.put("index.html", report.html().getBytes(UTF_8));
    for (int i = 0; i < Math.min(MOST_HISTOGRAMS, answers.size()); i++) {
      PlanAnswer one = answers.get(i);
      String tag = (i + 1) + "-" + one.answer().hypothesis().name();
      files.put(tag + ".wait.hgrm", hgrm(one.answer().waits()));
      files.put(tag + ".end-to-end.hgrm", hgrm(one.answer().endToEnd()));
    }
    files.put("manifest.json", manifest());
    return files;
  }

  /** Percentiles in seconds, as HdrHistogram's plotter reads them. */
  private static byte[] hgrm(Histogram micros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream text = new PrintStream(bytes, false, UTF_8)) {
      micros.outputPercentileDistribution(text, MICROS);
    }
    return bytes.toByteArray();
  }

  private static byte[] manifest() throws IOException {
    ObjectNode manifest = MAPPER.createObjectNode().put("schemaVersion", 1);
    manifest.put("startedAt", Instant.ofEpochMilli(WallClock.system().epochMillis()).toString());
    manifest.put("mimokit", Version.number());
    manifest.put("java", System.getProperty("java.runtime.version", ""));
    manifest.put("cores", Runtime.getRuntime().availableProcessors());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
  }
}
