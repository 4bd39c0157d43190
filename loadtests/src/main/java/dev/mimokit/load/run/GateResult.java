package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Verdict;
import java.nio.file.Path;
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
   * a pass.
   *
   * @param strict whether a broken SHOULD fails too
   */
  static int exit(Map<String, List<CaseResult>> columns, boolean strict) {
    List<Verdict> verdicts =
        columns.values().stream()
            .flatMap(List::stream)
            .map(CaseResult::judgement)
            .flatMap(judged -> Stream.of(judged.behavior(), judged.outcome()))
            .toList();
    if (verdicts.contains(Verdict.FAILED) || (strict && verdicts.contains(Verdict.NON_STRICT))) {
      return FAILED;
    }
    return verdicts.contains(Verdict.INCONCLUSIVE) ? INCONCLUSIVE : 0;
  }
}
