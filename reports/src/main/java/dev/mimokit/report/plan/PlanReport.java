package dev.mimokit.report.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.report.figure.Curves;
import dev.mimokit.report.read.RunFormatException;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The documents of one {@code plan.json}, each a pure function of it. Thread-safe. */
public final class PlanReport {

  /** The file's name in a run directory. */
  public static final String FILE = "plan.json";

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PlanReport.class.getClassLoader(),
          "dev.mimokit.report.generated");

  private static final int MOST_USES = 8;
  private static final int MOST_CONCLUSIONS = 40;
  private static final int MOST_ROWS = 2_000;

  private final JsonNode plan;

  private PlanReport(JsonNode plan) {
    this.plan = plan;
  }

  /** Reports on a plan that is at hand. */
  public static PlanReport of(JsonNode plan) {
    return new PlanReport(plan);
  }

  /**
   * Reads a run directory's plan.
   *
   * @throws RunFormatException in one line, when it is no plan
   */
  public static PlanReport read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    try {
      JsonNode plan = MAPPER.readTree(Files.readString(file));
      if (plan.path("schemaVersion").asInt() != 1 || !plan.path("answers").isArray()) {
        throw new RunFormatException(
            file + ": expected a plan of schemaVersion 1 with a list of answers");
      }
      return new PlanReport(plan);
    } catch (JsonProcessingException e) {
      throw new RunFormatException(file + ": expected JSON: " + e.getOriginalMessage());
    } catch (RunFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new RunFormatException(file + ": cannot be read: " + e);
    }
  }

  /** For a terminal. */
  public String console() {
    StringBuilder text = new StringBuilder(PlanTable.of(answers()).text());
    text.append('\n');
    conclusions().forEach(line -> text.append(line).append('\n'));
    text.append("\nThis rests on:\n");
    assumptions().forEach(line -> text.append("  - ").append(line).append('\n'));
    return text.toString();
  }

  /** For a forge's summary. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## " + headline() + "\n\n");
    text.append(PlanTable.of(answers()).markdown()).append('\n');
    conclusions().forEach(line -> text.append("- ").append(line).append('\n'));
    text.append("\nThis rests on:\n\n");
    assumptions().forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  /** One offline page: no script, nothing loaded. */
  public String html() {
    PlanTable table = PlanTable.of(answers());
    List<UseView> uses = new ArrayList<>();
    answers()
        .forEach(
            one -> {
              if (uses.size() < MOST_USES) {
                uses.add(UseView.of(one));
              }
            });
    List<Curves> waits = answers().isEmpty() ? List.of() : List.of(WaitFigure.of(answers()));
    PlanView view =
        new PlanView(
            headline(),
            plan.path("keys").asText(),
            facts(),
            table.columns(),
            table.unbroken().stream().limit(MOST_ROWS).toList(),
            conclusions(),
            waits,
            uses,
            assumptions());
    StringOutput out = new StringOutput();
    TEMPLATES.render("plan.jte", view, out);
    return out.toString();
  }

  private JsonNode answers() {
    return plan.path("answers");
  }

  private String headline() {
    JsonNode first = answers().path(0);
    return plan.path("command").asText().equals("size") && first.has("slo")
        ? "Capacity for " + first.path("slo").path("text").asText()
        : "Capacity plan: " + plan.path("command").asText();
  }

  private List<PlanView.Fact> facts() {
    List<PlanView.Fact> facts = new ArrayList<>();
    for (String name : List.of("model", "revision", "seed", "replications", "slo")) {
      if (plan.has(name)) {
        facts.add(new PlanView.Fact(name, plan.path(name).asText()));
      }
    }
    return facts;
  }

  private List<String> conclusions() {
    List<String> lines = Conclusions.of(plan);
    return lines.size() > MOST_CONCLUSIONS ? List.of() : lines;
  }

  private List<String> assumptions() {
    List<String> lines = new ArrayList<>();
    plan.path("assumptions").forEach(line -> lines.add(line.asText()));
    return lines;
  }
}
