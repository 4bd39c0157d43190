package dev.mimokit.report;

import dev.mimokit.report.page.HtmlPage;
import dev.mimokit.report.read.Run;
import dev.mimokit.report.read.RunDirectory;
import dev.mimokit.report.read.RunFormatException;
import dev.mimokit.report.render.AgentsMarkdown;
import dev.mimokit.report.render.ConsoleTable;
import dev.mimokit.report.render.IndexJson;
import dev.mimokit.report.render.JUnitXml;
import dev.mimokit.report.render.MarkdownSummary;
import dev.mimokit.report.render.OvershootLog;
import dev.mimokit.report.render.VerdictsJson;
import java.util.List;

/**
 * The documents of a run, made from one run directory or from several shards. Each is a pure
 * function of what was read: the same input gives the same text. Immutable and thread-safe.
 */
public final class RunReport {

  private final Run run;

  private RunReport(Run run) {
    this.run = run;
  }

  /** Reports on one run directory. */
  public static RunReport of(RunDirectory directory) {
    try {
      return merge(List.of(directory));
    } catch (RunFormatException e) {
      throw new IllegalStateException("one directory cannot disagree with itself", e);
    }
  }

  /**
   * Reports on several directories as on one run.
   *
   * @throws RunFormatException when two of them judge the same case with the same agent differently
   */
  public static RunReport merge(List<RunDirectory> directories) throws RunFormatException {
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("directories must not be empty");
    }
    return new RunReport(Run.merge(directories));
  }

  /** 0 passed, 1 failed, 3 inconclusive: the worst of the directories, see {@link RunDirectory}. */
  public int exitCode() {
    return run.exit();
  }

  /** A table for a terminal of {@code width} columns, in colours when {@code ansi}. */
  public String console(int width, boolean ansi) {
    return ConsoleTable.of(run, width, ansi);
  }

  /** One offline page: no script, nothing loaded. */
  public String html() {
    return HtmlPage.of(run);
  }

  /** A summary of at most 60 kB. */
  public String markdown() {
    return MarkdownSummary.of(run);
  }

  /** JUnit XML: a test suite an agent, a test case a case. */
  public String junit() {
    return JUnitXml.of(run);
  }

  /**
   * {@code index.json}, as tools that read Autobahn's know it; {@code page} is the name of the HTML
   * page it points into.
   */
  public String index(String page) {
    return IndexJson.of(run, page);
  }

  /** {@code overshoot.hlog}: how punctually each agent came back, as an HdrHistogram log. */
  public String overshoot() {
    return OvershootLog.of(run);
  }

  /** A page about the agents, put into {@code page} in place of what was put there before. */
  public String agents(String page) {
    return AgentsMarkdown.into(page, run);
  }

  /** Whether anything was judged; else it holds measurements only. */
  public boolean judged() {
    return !run.verdicts().isEmpty();
  }

  /** The verdicts in the form of {@code verdicts.json}. */
  public String json() {
    return VerdictsJson.of(run);
  }
}
