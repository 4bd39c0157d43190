package dev.mimokit.cli;

import dev.mimokit.cli.program.ExitException;
import dev.mimokit.report.ReportWriter;
import dev.mimokit.report.RunReport;
import dev.mimokit.report.read.RunDirectory;
import dev.mimokit.report.read.RunFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Puts a run before its reader: documents beside it, a table on the terminal. */
final class Rendering {

  /** The page's name in a run directory. */
  static final String PAGE = "index.html";

  private static final int WIDTH = 100;

  private Rendering() {}

  /** Writes every document into the run directory, prints the table and where the page is. */
  static int show(CommandLine command, Path directory) throws IOException {
    RunReport report = read(List.of(directory));
    Path page = directory.resolve(PAGE);
    ReportWriter.write(page, report.html());
    ReportWriter.write(directory.resolve("junit.xml"), report.junit());
    ReportWriter.write(directory.resolve("summary.md"), report.markdown());
    if (report.judged()) {
      ReportWriter.write(directory.resolve("index.json"), report.index(PAGE));
      ReportWriter.write(directory.resolve("overshoot.hlog"), report.overshoot());
    }
    print(command, report);
    command.getOut().println("report: " + page);
    return report.exitCode();
  }

  static void print(CommandLine command, RunReport report) {
    command.getOut().print(report.console(width(), CommandLine.Help.Ansi.AUTO.enabled()));
    command.getOut().flush();
  }

  static RunReport read(List<Path> directories) {
    try {
      RunDirectory[] read = new RunDirectory[directories.size()];
      for (int i = 0; i < read.length; i++) {
        read[i] = RunDirectory.read(directories.get(i));
      }
      return RunReport.merge(List.of(read));
    } catch (RunFormatException e) {
      throw ExitException.usage(e);
    }
  }

  private static int width() {
    return Optional.ofNullable(System.getenv("COLUMNS"))
        .filter(columns -> columns.matches("[0-9]{2,4}"))
        .map(Integer::parseInt)
        .orElse(WIDTH);
  }
}
