package dev.mimokit.report.render;

import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.Run;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as Markdown for a job summary or a comment. Never more than {@link #MOST_BYTES}: rows and
 * evidence that do not fit are counted instead.
 */
public final class MarkdownSummary {

  /** What fits a comment of the large code hosts. */
  public static final int MOST_BYTES = 60_000;

  private static final int TABLE_BYTES = 26_000;
  private static final int TAIL_BYTES = 6_000;
  private static final int MOST_TEXT = 400;
  private static final int MOST_LINES = 6;
  private static final String SPECIAL = "\\`*_{}[]()#+!|~@$";

  private final Run run;
  private final StringBuilder out = new StringBuilder();

  private MarkdownSummary(Run run) {
    this.run = run;
  }

  /** Renders it. */
  public static String of(Run run) {
    MarkdownSummary summary = new MarkdownSummary(run);
    summary.writeHead();
    summary.writeTable();
    summary.writeEvidence();
    summary.writeReproduction();
    return summary.out.toString();
  }

  private void writeHead() {
    out.append("## mimokit gate ").append(Tally.meaning(run.exit())).append("\n\n");
    out.append(Tally.of(run.verdicts().values()).sentence())
        .append(" · exit ")
        .append(run.exit())
        .append("\n");
    List<String> facts = new ArrayList<>();
    run.manifests()
        .forEach(
            manifest -> manifest.facts().forEach((name, value) -> facts.add(fact(name, value))));
    List<String> said = facts.stream().distinct().limit(30).toList();
    if (!said.isEmpty()) {
      out.append("\n").append(String.join(" · ", said)).append("\n");
    }
  }

  private static String fact(String name, String value) {
    return escaped(name) + " " + escaped(value);
  }

  private void writeTable() {
    if (run.cases().isEmpty() || run.agents().isEmpty()) {
      return;
    }
    StringBuilder head = new StringBuilder("\n| case | title |");
    StringBuilder rule = new StringBuilder("|---|---|");
    for (String agent : run.agents()) {
      head.append(' ').append(escaped(agent)).append(" |");
      rule.append("---|");
    }
    writeWithin(
        TABLE_BYTES,
        head.append('\n').append(rule).append('\n').toString(),
        run.cases().stream().map(this::row).toList(),
        "rows");
  }

  private String row(CaseText tested) {
    StringBuilder row = new StringBuilder("| ");
    row.append(escaped(tested.id())).append(" | ").append(escaped(tested.title())).append(" |");
    for (String agent : run.agents()) {
      String cell = run.verdict(agent, tested.id()).map(MarkdownSummary::sides).orElse("");
      row.append(' ').append(cell).append(" |");
    }
    return row.append('\n').toString();
  }

  private static String sides(CaseVerdict verdict) {
    String behavior = verdict.behavior().shown();
    String outcome = verdict.outcome().shown();
    String sides = behavior.equals(outcome) ? behavior : behavior + " / " + outcome;
    return verdict.notable() ? "**" + sides + "**" : sides;
  }

  private void writeEvidence() {
    List<Evidenced> evidenced = Evidenced.of(run);
    if (!evidenced.isEmpty()) {
      writeWithin(
          MOST_BYTES - TAIL_BYTES - size(out.toString()),
          "\n### What was not OK\n",
          evidenced.stream().map(MarkdownSummary::evidence).toList(),
          "verdicts");
    }
  }

  private static String evidence(Evidenced item) {
    CaseVerdict verdict = item.verdict();
    StringBuilder text = new StringBuilder();
    text.append(
        "\n**%s %s** · %s · %s\n\n"
            .formatted(
                escaped(item.tested().id()),
                escaped(item.tested().title()),
                escaped(item.agent()),
                verdict.worst().shown()));
    append(text, "rule", item.tested().rule());
    append(text, "expected", verdict.expected());
    append(text, "observed", verdict.observedLine());
    append(text, "note", verdict.note());
    return text.append(timeline(verdict.timeline())).toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    if (!value.isBlank()) {
      text.append("- ").append(name).append(": ").append(escaped(value)).append('\n');
    }
  }

  // An indented block: no line of it can end it, whatever it holds.
  private static String timeline(List<String> lines) {
    StringBuilder block = new StringBuilder();
    lines.stream()
        .limit(MOST_LINES)
        .forEach(
            line ->
                block.append("    ").append(Plain.cut(Plain.line(line), MOST_TEXT)).append('\n'));
    return block.isEmpty() ? "" : "\n<!-- -->\n\n" + block;
  }

  private void writeReproduction() {
    out.append("\n### Reproduce\n\n");
    int left = MOST_BYTES - size(out.toString());
    for (String command : Reproduction.commands(run)) {
      String line = "    " + Plain.cut(command, 1_000) + "\n";
      left -= size(line);
      if (left > 0) {
        out.append(line);
      }
    }
  }

  private void writeWithin(int bytes, String head, List<String> parts, String what) {
    String more = "\n%d more %s are in index.html.\n";
    int left = bytes - size(head) - more.length() - what.length() - 8;
    if (left < 0) {
      out.append(more.formatted(parts.size(), what));
      return;
    }
    out.append(head);
    for (int i = 0; i < parts.size(); i++) {
      left -= size(parts.get(i));
      if (left < 0) {
        out.append(more.formatted(parts.size() - i, what));
        return;
      }
      out.append(parts.get(i));
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** One line in which nothing means markup. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    Plain.cut(Plain.line(text), MOST_TEXT)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> {
                  if (SPECIAL.indexOf(c) >= 0) {
                    safe.append('\\');
                  }
                  safe.appendCodePoint(c);
                }
              }
            });
    return safe.toString();
  }
}
