package dev.mimokit.report.compare;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison as lines for a terminal; what regressed comes first. */
public final class ContrastTable {

  private ContrastTable() {}

  /** Renders it; {@code anyway} as in {@link Contrast#exit}. */
  public static String of(Contrast contrast, boolean anyway) {
    StringBuilder out = new StringBuilder();
    if (contrast.obstacles().isEmpty() || anyway) {
      table(contrast, out);
    }
    contrast.obstacles().forEach(why -> out.append("not comparable: ").append(why).append('\n'));
    out.append(contrast.sentence()).append('\n');
    out.append("exit ").append(contrast.exit(anyway)).append('\n');
    return out.toString();
  }

  private static void table(Contrast contrast, StringBuilder out) {
    out.append(line("", "figure", "base", "head", "unit", "change", "95 % interval", "p", ""));
    contrast.changes().stream()
        .sorted(Comparator.comparing(Change::kind))
        .forEach(change -> out.append(line(change)));
    contrast.onlyBase().forEach(name -> out.append(line("gone", name)));
    contrast.onlyHead().forEach(name -> out.append(line("new", name)));
    out.append('\n');
  }

  private static String line(Change change) {
    return line(
        change.kind().word(),
        plain(change.name()),
        Shown.number(change.base()),
        Shown.number(change.head()),
        plain(change.figure().unit()),
        Shown.percent(change.ratio()),
        change
            .effect()
            .map(e -> Shown.percent(e.low()) + " .. " + Shown.percent(e.high()))
            .orElse(""),
        change.effect().map(e -> String.format(Locale.ROOT, "%.4f", e.p())).orElse(""),
        plain(change.why()));
  }

  private static String line(String kind, String name) {
    return line(kind, plain(name), "", "", "", "", "", "", "");
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-9s  %-44s %12s %12s  %-8s %10s  %-19s %7s  %s", cells)
            .stripTrailing()
        + "\n";
  }

  /** Nothing in a name may steer a terminal. */
  static String plain(String text) {
    return text.codePoints()
        .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
        .collect(Collectors.joining());
  }
}
