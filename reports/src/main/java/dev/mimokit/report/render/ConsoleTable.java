package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run as a table of verdicts, a summary line, and the evidence of what was not simply OK; scores
 * of benchmarks are a table of their own. Only titles are cut to the width; agents that do not fit
 * beside each other get tables below.
 */
public final class ConsoleTable {

  private static final String GAP = "  ";
  private static final String NONE = "-";
  private static final int FEWEST_TITLE = 12;
  private static final int MOST_TITLE = 60;
  private static final String INDENT = "  ";
  private static final int NAME_WIDTH = 10;

  private final Run run;
  private final int width;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private ConsoleTable(Run run, int width, Paint paint) {
    this.run = run;
    this.width = width;
    this.paint = paint;
  }

  /** Renders for a terminal of {@code width} columns, with colours when {@code ansi}. */
  public static String of(Run run, int width, boolean ansi) {
    ConsoleTable table = new ConsoleTable(run, width, new Paint(ansi));
    table.write();
    return table.out.toString();
  }

  private void write() {
    if (!run.cases().isEmpty()) {
      List<Column> open = new ArrayList<>(run.agents().stream().map(this::column).toList());
      while (!open.isEmpty()) {
        List<Column> fitting = fitting(open);
        writeTable(fitting);
        open.removeAll(fitting);
        out.append('\n');
      }
    }
    if (!run.benchmarks().isEmpty()) {
      out.append(ScoreTable.of(run.benchmarks())).append('\n');
    }
    if (!run.rows().isEmpty()) {
      out.append(RowTable.of(run.rows())).append('\n');
    }
    if (run.cases().isEmpty() && !(run.benchmarks().isEmpty() && run.rows().isEmpty())) {
      return;
    }
    writeSummary();
    Evidenced.of(run).forEach(this::writeEvidence);
  }

  /** The two verdicts of an agent, side by side. */
  private record Column(String agent, int behavior, int outcome) {

    int span() {
      return behavior + GAP.length() + outcome;
    }
  }

  private Column column(String agent) {
    int behavior = widest(agent, CaseVerdict::behavior, "behavior");
    int outcome = widest(agent, CaseVerdict::outcome, "outcome");
    int missing = Plain.width(Plain.line(agent)) - behavior - GAP.length() - outcome;
    return new Column(agent, behavior, outcome + Math.max(0, missing));
  }

  private int widest(String agent, Function<CaseVerdict, Verdict> side, String heading) {
    return run.cases().stream()
        .flatMap(tested -> run.verdict(agent, tested.id()).stream())
        .mapToInt(verdict -> side.apply(verdict).shown().length())
        .reduce(heading.length(), Math::max);
  }

  private List<Column> fitting(List<Column> open) {
    int room = width - idWidth() - GAP.length() - Math.min(FEWEST_TITLE, titleWidth());
    List<Column> fitting = new ArrayList<>();
    for (Column column : open) {
      room -= GAP.length() + column.span();
      if (room < 0 && !fitting.isEmpty()) {
        break;
      }
      fitting.add(column);
    }
    return fitting;
  }

  private int idWidth() {
    return run.cases().stream().mapToInt(c -> Plain.width(Plain.line(c.id()))).reduce(4, Math::max);
  }

  private int titleWidth() {
    int longest =
        run.cases().stream().mapToInt(c -> Plain.width(Plain.line(c.title()))).max().orElse(0);
    return Math.min(MOST_TITLE, longest);
  }

  private void writeTable(List<Column> columns) {
    int taken = columns.stream().mapToInt(column -> GAP.length() + column.span()).sum();
    int title = Math.max(0, Math.min(titleWidth(), width - idWidth() - GAP.length() - taken));
    writeRow("", "", title, columns, this::agentHeading);
    writeRow("case", "title", title, columns, ConsoleTable::sideHeading);
    for (CaseText tested : run.cases()) {
      writeRow(tested.id(), tested.title(), title, columns, column -> cells(column, tested));
    }
  }

  private void writeRow(
      String id,
      String title,
      int titleWidth,
      List<Column> columns,
      Function<Column, String> cell) {
    StringBuilder row = new StringBuilder(Plain.padded(Plain.line(id), idWidth()));
    if (titleWidth > 0) {
      row.append(GAP).append(Plain.padded(Plain.cut(Plain.line(title), titleWidth), titleWidth));
    }
    columns.forEach(column -> row.append(GAP).append(cell.apply(column)));
    out.append(row.toString().stripTrailing()).append('\n');
  }

  private String agentHeading(Column column) {
    return paint.bold(Plain.padded(Plain.line(column.agent()), column.span()));
  }

  private static String sideHeading(Column column) {
    return Plain.padded("behavior", column.behavior())
        + GAP
        + Plain.padded("outcome", column.outcome());
  }

  private String cells(Column column, CaseText tested) {
    Optional<CaseVerdict> verdict = run.verdict(column.agent(), tested.id());
    return cell(verdict.map(CaseVerdict::behavior), column.behavior())
        + GAP
        + cell(verdict.map(CaseVerdict::outcome), column.outcome());
  }

  private String cell(Optional<Verdict> verdict, int width) {
    return verdict
        .map(known -> paint.verdict(known, Plain.padded(known.shown(), width)))
        .orElse(Plain.padded(NONE, width));
  }

  private void writeSummary() {
    String sentence =
        "%d %s, %d %s: %s"
            .formatted(
                run.cases().size(),
                run.cases().size() == 1 ? "case" : "cases",
                run.agents().size(),
                run.agents().size() == 1 ? "agent" : "agents",
                Tally.of(run.verdicts().values()).sentence());
    Plain.wrapped(sentence, Math.max(40, width)).forEach(line -> out.append(line).append('\n'));
    String exit = "exit " + run.exit() + " (" + Tally.meaning(run.exit()) + ")";
    out.append(paint.bold(exit)).append('\n');
  }

  private void writeEvidence(Evidenced item) {
    CaseVerdict verdict = item.verdict();
    String heading =
        "%s  %s  %s".formatted(item.tested().id(), item.agent(), item.tested().title());
    out.append('\n')
        .append(paint.verdict(verdict.worst(), verdict.worst().shown()))
        .append(GAP)
        .append(Plain.line(heading))
        .append('\n');
    writeNamed("expected", verdict.expected());
    writeNamed("observed", verdict.observedLine());
    writeNamed("note", verdict.note());
    for (int i = 0; i < verdict.timeline().size(); i++) {
      writeNamed(i == 0 ? "timeline" : "", verdict.timeline().get(i));
    }
  }

  private void writeNamed(String name, String text) {
    if (text.isBlank()) {
      return;
    }
    List<String> lines =
        Plain.wrapped(Plain.line(text), Math.max(40, width - INDENT.length() - NAME_WIDTH));
    for (int i = 0; i < lines.size(); i++) {
      String lead = INDENT + Plain.padded(i == 0 ? name : "", NAME_WIDTH);
      out.append((lead + lines.get(i)).stripTrailing()).append('\n');
    }
  }
}
