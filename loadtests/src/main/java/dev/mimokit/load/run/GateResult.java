package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the gate came to.
 *
 * @param directory the run directory, complete
 * @param columns agent to its results, in the order they were asked for
 * @param exit 0 nothing is held against anybody, 1 a client failed, 3 something could not be judged
 */
public record GateResult(Path directory, Map<String, List<CaseResult>> columns, int exit) {

  private static final int FAILED = 1;
  private static final int INCONCLUSIVE = 3;

  /** Copies the columns, keeping their order. */
  public GateResult {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** An agent's results; empty when it was not asked for. */
  public List<CaseResult> column(String agent) {
    return columns.getOrDefault(agent, List.of());
  }

  /**
   * The exit code of these results: a failure outweighs what could not be judged, and that is never
   * a pass. A list of known failures that is no longer true is a failure.
   *
   * @param strict whether a broken SHOULD fails too
   */
  static int exit(
      Map<String, List<CaseResult>> columns, boolean strict, KnownFailures known, LocalDate today) {
    List<Verdict> verdicts = new ArrayList<>();
    columns.forEach(
        (agent, results) ->
            results.stream()
                .filter(result -> !known.excuse(agent, result.tested().id(), today))
                .map(CaseResult::judgement)
                .forEach(judged -> verdicts.addAll(List.of(judged.behavior(), judged.outcome()))));
    if (verdicts.contains(Verdict.FAILED)
        || (strict && verdicts.contains(Verdict.NON_STRICT))
        || !known.stale(columns, today).isEmpty()) {
      return FAILED;
    }
    return inconclusive(columns) ? INCONCLUSIVE : 0;
  }

  /** What nobody could judge is no pass, whether its failure is known or not. */
  private static boolean inconclusive(Map<String, List<CaseResult>> columns) {
    return columns.values().stream()
        .flatMap(List::stream)
        .map(CaseResult::judgement)
        .flatMap(judged -> Stream.of(judged.behavior(), judged.outcome()))
        .anyMatch(Verdict.INCONCLUSIVE::equals);
  }

  /** Without known failures. */
  static int exit(Map<String, List<CaseResult>> columns, boolean strict) {
    return exit(columns, strict, KnownFailures.NONE, LocalDate.EPOCH);
  }
}
