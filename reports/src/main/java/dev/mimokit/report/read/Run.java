package dev.mimokit.report.read;

import dev.mimokit.core.conformance.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/**
 * What one or several run directories say together.
 *
 * @param agents in the manifests' order, then as the verdicts name them
 * @param cases one text for every case that is named anywhere, in the order of {@link CaseIds}
 */
public record Run(
    List<Manifest> manifests,
    List<String> agents,
    List<CaseText> cases,
    Map<CaseKey, CaseVerdict> verdicts,
    int exit,
    Map<CaseKey, Evidence> evidence,
    Map<String, Histogram> latencies,
    List<LoadCounters> loads,
    List<BenchmarkScore> benchmarks,
    List<BenchRow> rows) {

  /**
   * Unites run directories: agents, cases and figures; histograms of a tag are added, the exit code
   * is the worst.
   *
   * @throws RunFormatException when two of them judge the same case with the same agent differently
   */
  public static Run merge(List<RunDirectory> directories) throws RunFormatException {
    List<Manifest> manifests =
        directories.stream().map(RunDirectory::manifest).flatMap(Optional::stream).toList();
    Map<CaseKey, CaseVerdict> verdicts = verdicts(directories);
    Map<CaseKey, Evidence> evidence = new LinkedHashMap<>();
    directories.forEach(directory -> directory.evidence().forEach(evidence::putIfAbsent));
    Collection<CaseText> cases = cases(directories, verdicts.keySet(), evidence.keySet());
    return new Run(
        manifests,
        agents(manifests, verdicts.keySet(), evidence.keySet()),
        List.copyOf(cases),
        verdicts,
        directories.stream().mapToInt(RunDirectory::exit).reduce(ExitCode.OK, ExitCode::worse),
        evidence,
        latencies(directories),
        directories.stream().flatMap(directory -> directory.loads().stream()).distinct().toList(),
        directories.stream().flatMap(d -> d.benchmarks().stream()).distinct().toList(),
        directories.stream().flatMap(d -> d.rows().stream()).distinct().toList());
  }

  /** The verdict of a cell, if it was judged. */
  public Optional<CaseVerdict> verdict(String agent, String caseId) {
    return Optional.ofNullable(verdicts.get(new CaseKey(agent, caseId)));
  }

  /** What was seen of a cell; of the case whose run it shares, where it has none of its own. */
  public Optional<Evidence> evidence(String agent, CaseText tested) {
    Optional<Evidence> own = Optional.ofNullable(evidence.get(new CaseKey(agent, tested.id())));
    return own.isPresent()
        ? own
        : Optional.ofNullable(evidence.get(new CaseKey(agent, tested.sharesRunOf())));
  }

  private static Map<CaseKey, CaseVerdict> verdicts(List<RunDirectory> directories)
      throws RunFormatException {
    Map<CaseKey, CaseVerdict> united = new LinkedHashMap<>();
    Map<CaseKey, String> origin = new LinkedHashMap<>();
    for (RunDirectory directory : directories) {
      for (var judged : directory.verdicts().entrySet()) {
        CaseKey key = judged.getKey();
        CaseVerdict before = united.putIfAbsent(key, judged.getValue());
        if (before != null && !before.source().equals(judged.getValue().source())) {
          throw conflict(key, origin.getOrDefault(key, ""), directory.name());
        }
        origin.putIfAbsent(key, directory.name());
      }
    }
    return united;
  }

  private static RunFormatException conflict(CaseKey key, String first, String second) {
    return new RunFormatException(
        "case %s of agent %s is judged differently in %s and %s: expected it in one of them"
            .formatted(key.caseId(), key.agent(), first, second));
  }

  private static Collection<CaseText> cases(
      List<RunDirectory> directories, Set<CaseKey> judged, Set<CaseKey> seen) {
    Map<String, CaseText> texts = new TreeMap<>(CaseIds.ORDER);
    directories.forEach(
        directory -> directory.cases().forEach(text -> texts.putIfAbsent(text.id(), text)));
    Set<String> named = new TreeSet<>(CaseIds.ORDER);
    judged.forEach(key -> named.add(key.caseId()));
    seen.stream().filter(Run::isCase).forEach(key -> named.add(key.caseId()));
    named.forEach(id -> texts.putIfAbsent(id, CaseText.unknown(id)));
    // Texts of cases that were not run would be empty rows.
    texts.keySet().retainAll(named.isEmpty() ? texts.keySet() : named);
    return texts.values();
  }

  private static boolean isCase(CaseKey key) {
    return !key.agent().isEmpty() && !key.caseId().isEmpty();
  }

  private static List<String> agents(
      List<Manifest> manifests, Set<CaseKey> judged, Set<CaseKey> seen) {
    Set<String> named = new LinkedHashSet<>();
    judged.forEach(key -> named.add(key.agent()));
    seen.stream().filter(Run::isCase).forEach(key -> named.add(key.agent()));
    Set<String> ordered = new LinkedHashSet<>();
    manifests.forEach(m -> m.agents().forEach(agent -> ordered.add(agent.name())));
    ordered.retainAll(named);
    ordered.addAll(named);
    return new ArrayList<>(ordered);
  }

  private static Map<String, Histogram> latencies(List<RunDirectory> directories) {
    Map<String, Histogram> byTag = new TreeMap<>();
    directories.forEach(
        directory ->
            directory.latencies().forEach((tag, more) -> LatencyFile.merge(byTag, tag, more)));
    return byTag;
  }
}
