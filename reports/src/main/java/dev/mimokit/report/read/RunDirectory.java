package dev.mimokit.report.read;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.HdrHistogram.Histogram;

/**
 * Everything one run directory holds. Files that are absent leave their part empty.
 *
 * @param name the directory's name, for complaints
 * @param exit the exit code of the run, see {@link #read}
 * @param latencies microseconds by tag
 */
public record RunDirectory(
    String name,
    Optional<Manifest> manifest,
    List<CaseText> cases,
    Map<CaseKey, CaseVerdict> verdicts,
    int exit,
    Map<CaseKey, Evidence> evidence,
    Map<String, Histogram> latencies,
    List<LoadCounters> loads,
    List<BenchmarkScore> benchmarks,
    List<BenchRow> rows) {

  private static final List<String> FILES =
      List.of(
          Manifest.FILE,
          VerdictFile.FILE,
          CaseText.FILE,
          JournalFile.FILE,
          LatencyFile.FILE,
          LoadCounters.FILE,
          BenchmarkScore.FILE,
          BenchRow.FILE);

  /**
   * Reads a run directory. Its exit code is the worse of the recorded one and of what the verdicts
   * say by themselves (1 FAILED, or NON-STRICT in a strict run; 3 INCONCLUSIVE); when the run was
   * told of known failures only the recorded one counts.
   *
   * @throws RunFormatException when there is no such directory, or a file is not what it should be
   */
  public static RunDirectory read(Path directory) throws RunFormatException {
    requireRun(directory);
    Optional<Manifest> manifest = Manifest.read(directory);
    VerdictFile verdicts = VerdictFile.read(directory);
    return new RunDirectory(
        directory.toString(),
        manifest,
        CaseText.read(directory),
        verdicts.verdicts(),
        exit(verdicts, manifest),
        JournalFile.read(directory),
        LatencyFile.read(directory),
        LoadCounters.read(directory),
        BenchmarkScore.read(directory),
        BenchRow.read(directory));
  }

  private static void requireRun(Path directory) throws RunFormatException {
    if (!Files.isDirectory(directory)) {
      String found = Files.exists(directory) ? "found a file" : "there is none";
      throw new RunFormatException(directory + ": expected a run directory, " + found);
    }
    if (FILES.stream().noneMatch(file -> Files.exists(directory.resolve(file)))) {
      throw new RunFormatException(
          directory + ": expected a run directory, found none of " + String.join(", ", FILES));
    }
  }

  private static int exit(VerdictFile file, Optional<Manifest> manifest) {
    OptionalInt recorded = file.exit();
    if (recorded.isPresent() && manifest.map(Manifest::knownFailures).orElse(false)) {
      return recorded.getAsInt();
    }
    boolean strict = manifest.map(Manifest::strict).orElse(false);
    return ExitCode.worse(recorded.orElse(0), exit(file.verdicts().values(), strict));
  }

  private static int exit(Collection<CaseVerdict> verdicts, boolean strict) {
    if (anyHas(verdicts, Verdict.FAILED) || (strict && anyHas(verdicts, Verdict.NON_STRICT))) {
      return ExitCode.FAILED;
    }
    return anyHas(verdicts, Verdict.INCONCLUSIVE) ? ExitCode.INCONCLUSIVE : ExitCode.OK;
  }

  private static boolean anyHas(Collection<CaseVerdict> verdicts, Verdict verdict) {
    return verdicts.stream().anyMatch(judged -> judged.has(verdict));
  }
}
