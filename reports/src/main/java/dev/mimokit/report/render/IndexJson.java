package dev.mimokit.report.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.conformance.Attempt;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.report.read.Anchors;
import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.Run;
import java.util.Comparator;
import java.util.Optional;

/**
 * {@code index.json}, the form that tools which read Autobahn's know: agent to case to {@code
 * behavior}, {@code behaviorClose}, {@code duration} and {@code reportfile}. The second verdict
 * stands under our own name {@code outcome} too. It has no {@code schemaVersion}, because every key
 * at the top is an agent.
 */
public final class IndexJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long NANOS_IN_A_MILLI = 1_000_000;

  private IndexJson() {}

  /** Renders it. {@code page} is the name of the HTML page that {@code reportfile} points into. */
  public static String of(Run run, String page) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (int agent = 0; agent < run.agents().size(); agent++) {
      ObjectNode cases = root.putObject(run.agents().get(agent));
      for (int i = 0; i < run.cases().size(); i++) {
        CaseText tested = run.cases().get(i);
        Optional<CaseVerdict> verdict = run.verdict(run.agents().get(agent), tested.id());
        if (verdict.isPresent()) {
          ObjectNode node = cases.putObject(tested.id());
          node.put("behavior", verdict.get().behavior().name());
          node.put("behaviorClose", verdict.get().outcome().name());
          node.put("outcome", verdict.get().outcome().name());
          node.put("duration", millis(run.evidence(run.agents().get(agent), tested)));
          node.put("reportfile", page + "#" + Anchors.of(Anchors.of(run.cases(), i), agent));
        }
      }
    }
    return written(root);
  }

  /** From the first arrival to the last answer; 0 when nothing arrived. */
  private static long millis(Optional<Evidence> evidence) {
    return evidence
        .filter(seen -> !seen.attempts().isEmpty())
        .map(
            seen -> {
              long first = seen.attempts().get(0).receivedNanos();
              long longest =
                  seen.attempts().stream()
                      .map(attempt -> end(attempt) - first)
                      .max(Comparator.naturalOrder())
                      .orElse(0L);
              return longest / NANOS_IN_A_MILLI;
            })
        .orElse(0L);
  }

  private static long end(Attempt attempt) {
    return attempt.answeredNanos().orElse(attempt.receivedNanos());
  }

  private static String written(ObjectNode root) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
