package dev.mimokit.report.compare;

import java.util.Comparator;
import java.util.List;

/** A comparison as Markdown for a comment: what changed, then how much there is besides. */
public final class ContrastMarkdown {

  /** Rows beyond this are counted: a comment holds some 60 kB. */
  private static final int MOST_ROWS = 200;

  private ContrastMarkdown() {}

  /** Renders it; {@code anyway} as in {@link Contrast#exit}. */
  public static String of(Contrast contrast, boolean anyway) {
    StringBuilder out = new StringBuilder("## Benchmarks, head by base\n\n");
    out.append(contrast.sentence()).append(" · exit ").append(contrast.exit(anyway)).append("\n\n");
    contrast
        .obstacles()
        .forEach(why -> out.append("- not comparable: ").append(cell(why)).append('\n'));
    if (contrast.obstacles().isEmpty() || anyway) {
      table(contrast, out);
    }
    return out.toString();
  }

  private static void table(Contrast contrast, StringBuilder out) {
    List<Change> sorted =
        contrast.changes().stream().sorted(Comparator.comparing(Change::kind)).toList();
    out.append("\n| | figure | base | head | unit | change | 95 % interval |\n");
    out.append("|---|---|---:|---:|---|---:|---|\n");
    sorted.stream().limit(MOST_ROWS).forEach(change -> out.append(row(change)));
    if (sorted.size() > MOST_ROWS) {
      out.append("\n").append(sorted.size() - MOST_ROWS).append(" more figures.\n");
    }
  }

  private static String row(Change change) {
    String word = change.kind().word();
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            change.kind() == Change.Kind.REGRESSED ? "**" + word + "**" : word,
            cell(change.name()),
            Shown.number(change.base()),
            Shown.number(change.head()),
            cell(change.figure().unit()),
            Shown.percent(change.ratio()),
            change
                .effect()
                .map(e -> Shown.percent(e.low()) + " … " + Shown.percent(e.high()))
                .orElse(cell(change.why())));
  }

  /** Text in which nothing means markup. */
  private static String cell(String text) {
    return ContrastTable.plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1");
  }
}
