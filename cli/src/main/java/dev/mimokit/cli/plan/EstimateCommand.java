package dev.mimokit.cli.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.core.plan.Answer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Closed forms, at once. */
@Command(
    name = "estimate",
    description = {
      "Closed forms, at once: Erlang-B and -C, M/D/1, Little, drain bounds, break-even tokens.",
      "They hold for unpaced arrivals at random; for anything else they are a first guess."
    })
final class EstimateCommand extends Asking {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  int answer(Draft draft) {
    Question question = Question.of(draft);
    List<ClosedForms.Row> rows = new ClosedForms(question).rows();
    List<String> assumptions = new ArrayList<>(question.assumptions());
    assumptions.add(Answer.KEYS);
    if (output().json()) {
      out().println(json(rows, assumptions).toPrettyString());
    } else {
      int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
      rows.forEach(
          row ->
              out()
                  .printf(
                      "%s  %12s  %s%n",
                      row.name() + " ".repeat(width - row.name().length()),
                      row.shown(),
                      row.holds()));
      out().println();
      out().println("This rests on:");
      assumptions.forEach(line -> out().println("  - " + line));
    }
    out().flush();
    return ExitCode.OK;
  }

  private static ObjectNode json(List<ClosedForms.Row> rows, List<String> assumptions) {
    ObjectNode answer = MAPPER.createObjectNode().put("schemaVersion", 1);
    ArrayNode all = answer.putArray("estimates");
    for (ClosedForms.Row row : rows) {
      ObjectNode one = all.addObject().put("name", row.name());
      if (Double.isFinite(row.value())) {
        one.put("value", row.value());
      } else {
        one.putNull("value");
      }
      one.put("unit", row.unit()).put("holds", row.holds());
    }
    ArrayNode lines = answer.putArray("assumptions");
    assumptions.forEach(lines::add);
    return answer;
  }
}
