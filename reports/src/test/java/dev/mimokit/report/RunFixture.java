package dev.mimokit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.core.journal.Cause;
import dev.mimokit.core.journal.JournalCodec;
import dev.mimokit.core.journal.JournalEntry;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.report.read.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Writes run directories; only what was said gets a file. */
public final class RunFixture {

  /** The writer's clock wraps around during the run. */
  private static final long ORIGIN = Long.MAX_VALUE - 3_000_000_000L;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;
  private final ObjectNode verdicts = JsonNodeFactory.instance.objectNode();
  private final ArrayNode cases = JsonNodeFactory.instance.arrayNode();
  private final List<String> journal = new ArrayList<>();
  private long exchanges;

  public RunFixture(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  public Path directory() {
    return directory;
  }

  /** A manifest with some facts and these agents. */
  public RunFixture manifest(String options, String... agents) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", 1).put("startedAt", "2026-11-23T10:15:30.123Z").put("seed", 42);
    root.put("mimokit", "0.1.0").put("java", "17.0.15").put("os", "Linux 6.1 amd64");
    root.put("cores", 2).put("wallSeconds", 97.25);
    root.set("options", tree(options));
    for (String agent : agents) {
      root.withArray("agents").addObject().put("name", agent).put("command", "");
    }
    return file("manifest.json", root.toString());
  }

  public RunFixture tested(String id, String title) {
    return tested(id, title, "Every " + title + ".", "MUST", "attempts-max <= 10 (MUST)");
  }

  public RunFixture tested(
      String id, String title, String rule, String severity, String... criteria) {
    ObjectNode text = cases.addObject().put("id", id).put("title", title).put("rule", rule);
    text.put("reason", "Clients differ here.").put("severity", severity);
    for (String criterion : criteria) {
      text.withArray("criteria").add(criterion);
    }
    return this;
  }

  /** A verdict; {@code observed} is JSON. */
  public RunFixture verdict(
      String agent, String caseId, Verdict behavior, Verdict outcome, String observed) {
    return verdict(agent, caseId, behavior, outcome, "attempts-max <= 10 (MUST)", observed);
  }

  public RunFixture verdict(
      String agent,
      String caseId,
      Verdict behavior,
      Verdict outcome,
      String expected,
      String observed) {
    ObjectNode agents = verdicts.withObject("/agents");
    ObjectNode ofAgent =
        agents.has(agent) ? (ObjectNode) agents.get(agent) : agents.putObject(agent);
    ObjectNode verdict = ofAgent.putObject(caseId);
    verdict.put("behavior", behavior.name()).put("outcome", outcome.name());
    verdict.put("expected", expected);
    verdict.set("observed", tree(observed));
    return this;
  }

  public RunFixture exit(int exit) {
    verdicts.put("exit", exit);
    return this;
  }

  /** Begins a call in the journal. */
  public Scene call(String agent, String caseId, String call) {
    return new Scene(agent, caseId, call);
  }

  /** A call of a case; instants in seconds. */
  public final class Scene {

    private final String agent;
    private final String caseId;
    private final String call;

    private Scene(String agent, String caseId, String call) {
      this.agent = agent;
      this.caseId = caseId;
      this.call = call;
    }

    public Scene asked(double at) {
      return add(new JournalEvent.Asked(nanos(at), call));
    }

    /** Refused with 429 that asks to wait. */
    public Scene refused(double at, double retryAfter) {
      return attempt(at, 0.002, 429, OptionalLong.of((long) (retryAfter * 1e9)), Cause.RPM);
    }

    public Scene refused(double at) {
      return attempt(at, 0.002, 429, OptionalLong.empty(), Cause.RPM);
    }

    public Scene answered(double at, double took, int status) {
      return attempt(at, took, status, OptionalLong.empty());
    }

    public Scene arrived(double at) {
      return add(received(at, ++exchanges));
    }

    public Scene told(double at, boolean ok, int status, String errorClass) {
      return add(
          new JournalEvent.Told(nanos(at), call, ok, status, errorClass, ok ? "text" : "", false));
    }

    public RunFixture done() {
      return RunFixture.this;
    }

    private Scene attempt(
        double at, double took, int status, OptionalLong retryAfter, Cause... causes) {
      long exchange = ++exchanges;
      add(received(at, exchange));
      if (causes.length > 0) {
        add(new JournalEvent.Rejected(nanos(at + took), exchange, Set.of(causes), retryAfter));
      }
      return add(new JournalEvent.Answered(nanos(at + took), exchange, status, retryAfter));
    }

    private JournalEvent received(double at, long exchange) {
      return new JournalEvent.Received(
          nanos(at), exchange, "gate", "0badcafe", "mimo-v2.5-pro", call, false, "deadbeef");
    }

    private Scene add(JournalEvent event) {
      journal.add(JournalCodec.line(new JournalEntry(agent, caseId, event)));
      return this;
    }
  }

  private static long nanos(double seconds) {
    return ORIGIN + Math.round(seconds * 1e9);
  }

  /** A latency log with these microseconds by tag. */
  public RunFixture latencies(Map<String, List<Long>> byTag) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    writer.outputComment("[microseconds]");
    writer.outputLogFormatVersion();
    writer.outputStartTime(1_700_000_000_000L);
    writer.outputLegend();
    new TreeMap<>(byTag)
        .forEach((tag, micros) -> writer.outputIntervalHistogram(0, 1, histogram(tag, micros)));
    writer.close();
    return file("latency.hlog", bytes.toString(StandardCharsets.UTF_8));
  }

  private static Histogram histogram(String tag, List<Long> micros) {
    Histogram histogram = new Histogram(3);
    micros.forEach(histogram::recordValue);
    histogram.setTag(tag);
    return histogram;
  }

  public RunFixture file(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
    return this;
  }

  /** Writes what was said and reads it again. */
  public RunDirectory read() throws IOException {
    write();
    return RunDirectory.read(directory);
  }

  public RunReport report() throws IOException {
    return RunReport.of(read());
  }

  public RunFixture write() throws IOException {
    if (!verdicts.isEmpty()) {
      file("verdicts.json", verdicts.deepCopy().put("schemaVersion", 1).toString());
    }
    if (!cases.isEmpty()) {
      file("cases.json", cases.toString());
    }
    if (!journal.isEmpty()) {
      file("journal.jsonl", String.join("\n", journal) + "\n");
    }
    return this;
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
