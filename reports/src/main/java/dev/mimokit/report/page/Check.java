package dev.mimokit.report.page;

import dev.mimokit.core.conformance.Comparison;
import dev.mimokit.report.read.CaseVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was expected beside what was observed.
 *
 * @param broken whether the two can be compared and disagree
 */
public record Check(String expected, String observed, boolean broken) {

  private static final Pattern FORMULA =
      Pattern.compile("(\\S+) (==|<=|>=) (-?[0-9.]+(?:[eE]-?[0-9]+)?)(?: \\(\\w+\\))?");

  /** One for each criterion, then one for each figure that no criterion is about. */
  static List<Check> of(CaseVerdict verdict) {
    List<Check> checks = new ArrayList<>();
    Map<String, String> left = new LinkedHashMap<>(verdict.observed());
    for (String criterion : verdict.criteria()) {
      checks.add(of(criterion, verdict.observed()));
      left.remove(metric(criterion));
    }
    left.forEach((metric, value) -> checks.add(new Check("", metric + " " + value, false)));
    return checks;
  }

  private static String metric(String criterion) {
    int space = criterion.indexOf(' ');
    return space < 0 ? criterion : criterion.substring(0, space);
  }

  private static Check of(String criterion, Map<String, String> observed) {
    String value = observed.getOrDefault(metric(criterion), "");
    return new Check(criterion, value.isEmpty() ? "not measured" : value, broken(criterion, value));
  }

  private static boolean broken(String criterion, String value) {
    Matcher formula = FORMULA.matcher(criterion);
    if (value.isEmpty() || !formula.matches()) {
      return false;
    }
    try {
      double threshold = Double.parseDouble(formula.group(3));
      return !Comparison.of(formula.group(2)).holds(Double.parseDouble(value), threshold);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
