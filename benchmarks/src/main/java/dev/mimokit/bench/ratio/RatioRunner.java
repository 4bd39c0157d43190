package dev.mimokit.bench.ratio;

import dev.mimokit.bench.row.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Asks questions in forks and puts the answers together. The forks of one question do not follow
 * one another: what happens to a machine for some seconds then falls on many a little.
 *
 * @param progress told in a line what is measured next
 */
public record RatioRunner(Forks forks, Consumer<String> progress) {

  /** Measures all questions of a suite; what cannot be measured is skipped. */
  public Findings run(String suite, List<Question> questions, boolean quick)
      throws InterruptedException {
    Set<String> words =
        questions.stream()
            .map(question -> question.label().fork())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Told> told = new ArrayList<>();
    Set<String> failed = new LinkedHashSet<>();
    int repeats = (quick ? Pace.QUICK : Pace.FULL).forks();
    for (int i = 1; i <= repeats; i++) {
      for (String word : words) {
        progress.accept(word + (repeats > 1 ? ", " + i + " of " + repeats : ""));
        try {
          told.addAll(
              forks.run(
                  compiler(questions, word), List.of(suite, word, quick ? Fork.QUICK : Fork.FULL)));
        } catch (IOException e) {
          failed.add(word + ": " + e.getMessage());
        }
      }
    }
    return together(questions, told).and(new Findings(List.of(), List.of(), List.copyOf(failed)));
  }

  private static Forks.Compiler compiler(List<Question> questions, String word) {
    return questions.stream()
            .filter(question -> question.label().fork().equals(word))
            .allMatch(Question.FirstUse.class::isInstance)
        ? Forks.Compiler.BESIDE
        : Forks.Compiler.FIRST;
  }

  /** One row for each question that has a reading, in their order. */
  static Findings together(List<Question> questions, List<Told> told) {
    Map<String, List<Reading>> readings = new LinkedHashMap<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (Told one : told) {
      if (one instanceof Told.Read read) {
        readings.computeIfAbsent(read.name(), name -> new ArrayList<>()).add(read.reading());
      } else if (one instanceof Told.Skipped skip) {
        skipped.add(skip.name() + ": " + skip.why());
      }
    }
    Findings findings = Findings.NONE;
    for (Question question : questions) {
      List<Reading> own = readings.getOrDefault(question.label().name(), List.of());
      if (!own.isEmpty()) {
        findings = findings.and(new Answer(question.label(), own).findings());
      }
    }
    return findings.and(new Findings(List.of(), List.of(), List.copyOf(skipped)));
  }
}
