package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.ExitCode;
import dev.mimokit.report.read.Run;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many cases got which verdict, each case counted once by its graver one. */
public record Tally(Map<Verdict, Integer> counts) {

  /** Counts them. */
  public static Tally of(Collection<CaseVerdict> verdicts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    verdicts.forEach(verdict -> counts.merge(verdict.worst(), 1, Integer::sum));
    return new Tally(counts);
  }

  /** Counts those of one agent. */
  public static Tally of(Run run, String agent) {
    return of(
        run.verdicts().entrySet().stream()
            .filter(judged -> judged.getKey().agent().equals(agent))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** How many got this one. */
  public int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** How many there are. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@code 12 OK, 1 NON-STRICT, 2 FAILED}. */
  public String sentence() {
    return counts.isEmpty()
        ? "nothing judged"
        : counts.entrySet().stream()
            .map(counted -> counted.getValue() + " " + counted.getKey().shown())
            .collect(Collectors.joining(", "));
  }

  /** What an exit code says, in a word or two. */
  public static String meaning(int exit) {
    return switch (exit) {
      case ExitCode.OK -> "passed";
      case ExitCode.FAILED -> "failed";
      case ExitCode.INCONCLUSIVE -> "inconclusive";
      default -> "ended with exit " + exit;
    };
  }
}
