package dev.mimokit.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The answers as rows.
 *
 * @param columns names, from the left
 * @param rows as many values each
 */
record PlanTable(List<String> columns, List<List<String>> rows) {

  private static final char NO_BREAK = '\u00a0';

  private record Column(String name, Function<JsonNode, String> value) {}

  PlanTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** One row an answer. */
  static PlanTable of(JsonNode answers) {
    List<Column> columns = new ArrayList<>();
    answers
        .path(0)
        .path("point")
        .fieldNames()
        .forEachRemaining(
            name -> columns.add(new Column(name, one -> one.path("point").path(name).asText())));
    columns.add(new Column("window", one -> one.path("window").asText()));
    columns.add(new Column("units", one -> one.path("quotaUnits").asText()));
    if (answers.path(0).has("slo")) {
      columns.add(
          new Column("SLO", one -> one.path("slo").path("met").asBoolean() ? "met" : "missed"));
    }
    columns.add(new Column("binds", one -> one.path("bindingLimit").asText()));
    columns.addAll(usual());
    if (answers.path(0).has("cost")) {
      columns.add(
          new Column(
              "cost",
              one -> Numbers.ratio(one.path("cost")) + " " + one.path("currency").asText()));
    }
    List<List<String>> rows = new ArrayList<>();
    answers.forEach(one -> rows.add(columns.stream().map(c -> c.value().apply(one)).toList()));
    return new PlanTable(columns.stream().map(Column::name).toList(), rows);
  }

  private static List<Column> usual() {
    return List.of(
        new Column("offered", one -> Numbers.count(one.path("offered"))),
        new Column("admitted", one -> Numbers.count(one.path("admitted"))),
        new Column("given up", one -> Numbers.count(one.path("givenUp"))),
        new Column("429s", one -> Numbers.percent(one.path("share429"))),
        new Column("429s/call", one -> Numbers.ratio(one.path("refusedPerCall"))),
        new Column("wait p50", one -> Numbers.seconds(one.path("p50WaitSeconds"))),
        new Column("p90", one -> Numbers.seconds(one.path("p90WaitSeconds"))),
        new Column("p99", PlanTable::p99),
        new Column("max", one -> Numbers.seconds(one.path("maxWaitSeconds"))),
        new Column("end p99", one -> Numbers.seconds(one.path("p99EndToEndSeconds"))),
        new Column("goodput", one -> Numbers.percent(one.path("goodputShare"))),
        new Column("queue", one -> Numbers.count(one.path("peakWaiting"))),
        new Column("in flight", one -> Numbers.count(one.path("peakInFlight"))),
        new Column("RPM used", one -> Numbers.percent(one.path("minutes").path("meanRequestUse"))),
        new Column("drained", one -> Numbers.seconds(one.path("drainSeconds"))));
  }

  /** With its interval, where it has one of any width. */
  private static String p99(JsonNode one) {
    JsonNode interval = one.path("interval95").path("p99WaitSeconds");
    String mean = Numbers.seconds(one.path("p99WaitSeconds"));
    String low = Numbers.seconds(Math.max(0, interval.path(0).asDouble()));
    String high = Numbers.seconds(interval.path(1).asDouble());
    return interval.isMissingNode() || low.equals(high)
        ? mean
        : mean + " (" + low + " … " + high + ")";
  }

  /** Rows whose cells are not to be broken into lines. */
  List<List<String>> unbroken() {
    return rows.stream()
        .map(row -> row.stream().map(cell -> cell.replace(' ', NO_BREAK)).toList())
        .toList();
  }

  /** Columns padded for a terminal. */
  String text() {
    List<List<String>> all = new ArrayList<>();
    all.add(columns);
    all.addAll(rows);
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        int width = all.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        String pad = " ".repeat(width - row.get(i).length());
        line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A Markdown table. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(line(columns));
    text.append("|---|").append("--:|".repeat(columns.size() - 1)).append('\n');
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    StringBuilder line = new StringBuilder("|");
    cells.forEach(cell -> line.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    return line.append('\n').toString();
  }
}
