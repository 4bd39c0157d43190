package dev.mimokit.core.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints how far estimator and hybrid counter are off on documents that the table was not learned
 * from, by category; docs/tokens.md has the table and the command.
 */
final class ErrorReport {

  private static final int MOST = 1_500_000;
  private static final int LEAST_TOKENS = 1_000;
  private static final int LONG = 256 * 1024;

  private ErrorReport() {}

  /** Takes the corpus, the list of packages and the file to write. */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<String>> documents =
        Corpus.read(Path.of(arguments[0]), Path.of(arguments[1]), "eval", MOST);
    StringBuilder table =
        new StringBuilder(
            "| category | documents | mean % | p50 | p95 | max |\n|---|---|---|---|---|---|\n");
    ExactCounter exact = ExactCounter.builtIn();
    TokenEstimator estimator = new TokenEstimator();
    List<Double> all = new ArrayList<>();
    for (Map.Entry<String, List<String>> category : documents.entrySet()) {
      List<Double> errors = new ArrayList<>();
      for (String text : category.getValue()) {
        long tokens = exact.count(text);
        if (tokens >= LEAST_TOKENS) {
          errors.add((double) estimator.tokens(text) / tokens - 1);
        }
      }
      table.append(row(category.getKey(), errors));
      all.addAll(errors);
    }
    table.append(row("all", all));
    table.append(row("hybrid, 256 KiB", hybrid(documents, exact, estimator)));
    Files.writeString(Path.of(arguments[2]), table);
  }

  /** Long documents of one category each, and mixtures. */
  private static List<Double> hybrid(
      Map<String, List<String>> documents, ExactCounter exact, TokenEstimator estimator) {
    HybridCounter hybrid = new HybridCounter(exact, estimator);
    List<String> mixed = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (List<String> category : documents.values()) {
      addErrors(category, 4, hybrid, exact, errors);
      mixed.addAll(category);
    }
    for (int i = 0; i < 40; i++) {
      Collections.shuffle(mixed, new Random(i));
      addErrors(mixed, 1, hybrid, exact, errors);
    }
    return errors;
  }

  private static void addErrors(
      List<String> documents,
      int most,
      HybridCounter hybrid,
      ExactCounter exact,
      List<Double> errors) {
    StringBuilder text = new StringBuilder();
    int made = 0;
    for (String document : documents) {
      text.append(document);
      if (text.length() >= LONG && made < most) {
        errors.add((double) hybrid.count(text) / exact.count(text) - 1);
        text.setLength(0);
        made++;
      }
    }
  }

  private static String row(String name, List<Double> errors) {
    if (errors.isEmpty()) {
      return "";
    }
    double[] sizes = errors.stream().mapToDouble(Math::abs).sorted().toArray();
    double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %+.1f | %.1f | %.1f | %.1f |%n",
        name,
        sizes.length,
        100 * mean,
        100 * at(sizes, 0.5),
        100 * at(sizes, 0.95),
        100 * sizes[sizes.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
