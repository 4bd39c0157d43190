package dev.mimokit.cli;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.report.ReportWriter;
import dev.mimokit.report.RunReport;
import dev.mimokit.report.plan.PlanReport;
import dev.mimokit.report.read.RunFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders runs again, or several shards as one. */
@Command(
    name = "report",
    description = {
      "Renders a run directory, or several as one run; without a file, on the terminal.",
      "Exits as the gate would: 0, 1 or 3."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN_DIR",
      description = "A gate's, bench's or plan's --out.")
  private List<Path> directories = List.of();

  @Option(names = "--html", paramLabel = "F", description = "One offline page.")
  private @Nullable Path html;

  @Option(names = "--junit", paramLabel = "F", description = "JUnit XML.")
  private @Nullable Path junit;

  @Option(names = "--markdown", paramLabel = "F", description = "A summary of at most 60 kB.")
  private @Nullable Path markdown;

  @Option(names = "--json", paramLabel = "F", description = "The verdicts as verdicts.json.")
  private @Nullable Path json;

  @Option(
      names = "--index",
      paramLabel = "F",
      description = "index.json: agent to case to verdicts, duration and place on the page.")
  private @Nullable Path index;

  @Option(
      names = "--overshoot",
      paramLabel = "F",
      description = "An HdrHistogram log of how late and how early agents came back.")
  private @Nullable Path overshoot;

  @Option(
      names = "--agents",
      paramLabel = "F",
      description = "A page comparing the agents; what is written around it in F stays.")
  private @Nullable Path agents;

  private record Document(Path file, String text) {}

  @Override
  public Integer call() throws IOException {
    if (directories.size() == 1 && isPlan(directories.get(0))) {
      return plan(directories.get(0));
    }
    RunReport report = Rendering.read(directories);
    List<Document> documents = documents(report);
    if (documents.isEmpty()) {
      Rendering.print(spec.commandLine(), report);
    }
    for (Document document : documents) {
      write(document);
    }
    return report.exitCode();
  }

  /** A plan has answers, no verdicts. */
  private static boolean isPlan(Path directory) {
    return Files.exists(directory.resolve(PlanReport.FILE))
        && !Files.exists(directory.resolve("verdicts.json"));
  }

  private int plan(Path directory) throws IOException {
    if (junit != null || json != null) {
      throw ExitException.usage(
          directory + " is a plan: expected --html or --markdown; plan.json is in it");
    }
    try {
      PlanReport report = PlanReport.read(directory);
      if (html == null && markdown == null) {
        spec.commandLine().getOut().print(report.console());
        spec.commandLine().getOut().flush();
      }
      if (html != null) {
        write(new Document(html, report.html()));
      }
      if (markdown != null) {
        write(new Document(markdown, report.markdown()));
      }
      return ExitCode.OK;
    } catch (RunFormatException e) {
      throw ExitException.usage(e);
    }
  }

  private List<Document> documents(RunReport report) {
    List<Document> documents = new ArrayList<>();
    if (html != null) {
      documents.add(new Document(html, report.html()));
    }
    if (junit != null) {
      documents.add(new Document(junit, report.junit()));
    }
    if (markdown != null) {
      documents.add(new Document(markdown, report.markdown()));
    }
    if (json != null) {
      documents.add(new Document(json, report.json()));
    }
    if (index != null) {
      documents.add(new Document(index, report.index(page())));
    }
    if (overshoot != null) {
      documents.add(new Document(overshoot, report.overshoot()));
    }
    if (agents != null) {
      documents.add(new Document(agents, report.agents(before(agents))));
    }
    return documents;
  }

  private static String before(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw ExitException.usage("cannot read " + file + ": " + e);
    }
  }

  private String page() {
    return html == null ? Rendering.PAGE : String.valueOf(html.getFileName());
  }

  private void write(Document document) {
    try {
      ReportWriter.write(document.file(), document.text());
      spec.commandLine().getOut().println("wrote " + document.file());
    } catch (IOException e) {
      throw ExitException.usage("cannot write " + document.file() + ": " + e);
    }
  }
}
