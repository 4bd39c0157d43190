package dev.mimokit.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers as comma-separated values: a row an answer, the single figures of {@code plan.json}. */
final class PlanCsv {

  private PlanCsv() {}

  static String of(JsonNode plan) {
    StringWriter text = new StringWriter();
    Set<String> names = names(plan.path("answers"));
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(names);
      plan.path("answers").forEach(answer -> csv.writeRecord(values(answer, names)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Set<String> names(JsonNode answers) {
    Set<String> names = new LinkedHashSet<>();
    answers.forEach(answer -> answer.path("point").fieldNames().forEachRemaining(names::add));
    for (JsonNode answer : answers) {
      for (Map.Entry<String, JsonNode> field : answer.properties()) {
        if (field.getValue().isValueNode()) {
          names.add(field.getKey());
        }
        if (answer.path("interval95").has(field.getKey())) {
          names.add(field.getKey() + "Low");
          names.add(field.getKey() + "High");
        }
      }
    }
    return names;
  }

  private static List<String> values(JsonNode answer, Set<String> names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.add(value(answer, name).asText(""));
    }
    return values;
  }

  private static JsonNode value(JsonNode answer, String name) {
    if (answer.path("point").has(name)) {
      return answer.path("point").path(name);
    }
    if (answer.has(name)) {
      return answer.path(name);
    }
    JsonNode intervals = answer.path("interval95");
    return name.endsWith("Low")
        ? intervals.path(name.substring(0, name.length() - 3)).path(0)
        : intervals.path(name.replaceAll("High$", "")).path(1);
  }
}
