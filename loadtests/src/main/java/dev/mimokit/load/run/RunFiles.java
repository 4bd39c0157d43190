package dev.mimokit.load.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The content of a run directory's files, from plain data. Pure. */
final class RunFiles {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int SCHEMA = 1;

  /** When and how long. */
  record Times(long startEpochMillis, double wallSeconds) {}

  private RunFiles() {}

  /** {@code manifest.json}: how the run was made. */
  static byte[] manifest(GateOptions options, Times times) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA);
    root.put("startedAt", Instant.ofEpochMilli(times.startEpochMillis()).toString());
    root.put("wallSeconds", Math.round(times.wallSeconds() * 10) / 10.0);
    root.put("seed", options.seed());
    root.put("mimokit", options.version());
    root.put("java", System.getProperty("java.runtime.version", ""));
    root.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    root.put("cores", Runtime.getRuntime().availableProcessors());
    ArrayNode agents = root.putArray("agents");
    for (AgentCommand agent : options.agents()) {
      agents.addObject().put("name", agent.name()).put("command", agent.shown());
    }
    putOptions(root.putObject("options"), options);
    return bytes(root);
  }

  private static void putOptions(ObjectNode node, GateOptions options) {
    node.put(
        "cases",
        options.choice().patterns().stream()
            .map(CasePattern::text)
            .collect(Collectors.joining(",")));
    node.put("smoke", options.choice().smoke());
    node.put("nightly", options.choice().nightly());
    node.put("strict", options.strict());
    node.put("lanes", options.lanes());
    node.put("model", GateOptions.MODEL);
    options.known().file().ifPresent(file -> node.put("known", file.toString()));
  }

  /** {@code verdicts.json}. */
  static byte[] verdicts(Map<String, List<CaseResult>> columns, int exit) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA);
    ObjectNode agents = root.putObject("agents");
    columns.forEach(
        (name, results) -> {
          ObjectNode column = agents.putObject(name);
          results.forEach(
              result -> put(result.judgement(), column.putObject(result.tested().id())));
        });
    root.put("exit", exit);
    return bytes(root);
  }

  private static void put(Judgement judgement, ObjectNode node) {
    node.put("behavior", judgement.behavior().name());
    node.put("outcome", judgement.outcome().name());
    node.put("expected", judgement.expected());
    ObjectNode observed = node.putObject("observed");
    judgement.observed().forEach(observed::put);
    ArrayNode timeline = observed.putArray("timeline");
    judgement.timeline().forEach(timeline::add);
    if (!judgement.note().isEmpty()) {
      observed.put("note", judgement.note());
    }
  }

  /** {@code cases.json}: what was asked for, so that readers need no case files. */
  static byte[] cases(Map<String, List<CaseResult>> columns) {
    Map<String, Case> cases = new LinkedHashMap<>();
    columns.values().stream()
        .flatMap(List::stream)
        .forEach(result -> cases.putIfAbsent(result.tested().id(), result.tested()));
    ArrayNode root = JSON.createArrayNode();
    cases.values().forEach(one -> put(one, root.addObject()));
    return bytes(root);
  }

  private static void put(Case one, ObjectNode node) {
    node.put("id", one.id());
    node.put("title", one.title());
    node.put("rule", one.rule());
    node.put("reason", one.reason());
    node.put("severity", CaseCatalog.severity(one).name());
    node.put("time", one.time().shown());
    one.sharesRunOf().ifPresent(other -> node.put("sharesRunOf", other));
    ArrayNode criteria = node.putArray("criteria");
    one.criteria()
        .forEach(
            criterion ->
                criteria.add(
                    criterion.aspect().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + criterion.formula()
                        + ": "
                        + criterion.reason()));
  }

  /** {@code journal.jsonl}. */
  static byte[] journal(List<JournalEntry> entries) {
    List<String> lines = new ArrayList<>(entries.size());
    entries.forEach(entry -> lines.add(JournalCodec.line(entry) + "\n"));
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Object tree) {
    try {
      return (JSON.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }
}
