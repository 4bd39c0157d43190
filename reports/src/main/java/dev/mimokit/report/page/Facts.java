package dev.mimokit.report.page;

import dev.mimokit.report.figure.Shown;
import dev.mimokit.report.read.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts of one or several runs, each named once with every value it has. */
final class Facts {

  private static final Map<String, String> NAMES =
      Map.of(
          "startedAt", "Started",
          "wallSeconds", "Duration",
          "seed", "Seed",
          "mimokit", "mimokit",
          "java", "Java",
          "os", "System",
          "cpu", "CPU",
          "cores", "Cores");

  private Facts() {}

  static List<PageView.Fact> of(List<Manifest> manifests) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      manifest
          .facts()
          .forEach(
              (name, value) -> add(values, NAMES.getOrDefault(name, name), shown(name, value)));
      if (!manifest.options().isEmpty()) {
        add(values, "Options", options(manifest));
      }
    }
    List<PageView.Fact> facts = new ArrayList<>();
    values.forEach((name, said) -> facts.add(new PageView.Fact(name, String.join(", ", said))));
    return facts;
  }

  private static void add(Map<String, Set<String>> values, String name, String value) {
    values.computeIfAbsent(name, unseen -> new LinkedHashSet<>()).add(value);
  }

  private static String options(Manifest manifest) {
    return manifest.options().entrySet().stream()
        .map(o -> o.getValue().equals("true") ? o.getKey() : o.getKey() + "=" + o.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String shown(String name, String value) {
    return switch (name) {
      case "wallSeconds" -> seconds(value);
      case "startedAt" ->
          value.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2}).*Z$", "$1 $2 UTC");
      default -> value;
    };
  }

  private static String seconds(String value) {
    try {
      return Shown.rounded(Double.parseDouble(value), 1) + " s";
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
