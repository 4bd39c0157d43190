package dev.mimokit.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.bench.host.HostLoad;

/**
 * Findings in their machine-readable form. Every row has the same keys: {@code target} is null
 * without one, {@code met} is null where nothing can be said, and {@code inconclusive} says why.
 */
public final class FindingsJson {

  private static final int SCHEMA_VERSION = 1;
  private static final double DIGITS = 1e6;

  private FindingsJson() {}

  /** The whole answer. */
  public static JsonNode of(Findings findings) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("schemaVersion", SCHEMA_VERSION);
    ArrayNode rows = answer.putArray("rows");
    findings.rows().forEach(row -> write(row, rows.addObject()));
    ArrayNode controls = answer.putArray("control");
    findings.controls().forEach(control -> write(control, controls.addObject()));
    ArrayNode skipped = answer.putArray("skipped");
    findings.skipped().forEach(skipped::add);
    return answer;
  }

  private static void write(Row row, ObjectNode json) {
    write(row.name(), row.spread(), row.unit(), json);
    row.target().ifPresentOrElse(t -> json.put("target", t.text()), () -> json.putNull("target"));
    row.met().ifPresentOrElse(met -> json.put("met", met), () -> json.putNull("met"));
    row.disturbance().ifPresent(why -> json.put("inconclusive", why));
    row.host().ifPresent(host -> write(host, json.putObject("host")));
  }

  private static void write(HostLoad host, ObjectNode json) {
    json.put("stealPercent", rounded(host.stealPercent()));
    json.put("foreignPercent", rounded(host.foreignPercent()));
  }

  private static void write(Control control, ObjectNode json) {
    write(control.name(), control.spread(), control.unit(), json);
    json.put("band", control.band().text());
    json.put("withinBand", control.withinBand());
  }

  private static void write(String name, Spread spread, String unit, ObjectNode json) {
    json.put("name", name);
    json.put("value", rounded(spread.value()));
    json.put("unit", unit);
    json.put("low", rounded(spread.low()));
    json.put("high", rounded(spread.high()));
    if (!spread.repeats().isEmpty()) {
      ArrayNode repeats = json.putArray("repeats");
      spread.repeats().forEach(repeat -> repeats.add(rounded(repeat)));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
