package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.load.cases.CasePattern;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases are run: all but the nightly ones, or the short gate, narrowed by patterns. A pattern
 * without a star names its case whatever the gate's length.
 *
 * @param patterns none for no narrowing
 */
public record CaseChoice(List<CasePattern> patterns, boolean smoke, boolean nightly) {

  /** Copies the list. */
  public CaseChoice {
    patterns = List.copyOf(patterns);
  }

  /** The chosen ones of {@code cases}, in their order. */
  List<Case> among(List<Case> cases) {
    return cases.stream().filter(this::chosen).toList();
  }

  private boolean chosen(Case one) {
    if (patterns.stream().anyMatch(p -> p.exact() && p.matches(one.id()))) {
      return true;
    }
    boolean inGate = smoke ? one.smoke() : nightly || !one.nightly();
    return inGate && (patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(one.id())));
  }

  /** Refuses patterns that choose nothing, naming what there is. */
  void check(List<Case> cases) {
    for (CasePattern pattern : patterns) {
      if (new CaseChoice(List.of(pattern), smoke, nightly).among(cases).isEmpty()) {
        throw new UsageException(unknown(pattern, cases));
      }
    }
  }

  private String unknown(CasePattern pattern, List<Case> cases) {
    Stream<Case> offered = cases.stream().filter(one -> pattern.exact() || !smoke || one.smoke());
    return "no case matches \""
        + pattern.text()
        + "\": expected "
        + offered.map(Case::id).collect(Collectors.joining(", "))
        + " or a pattern such as 2.*";
  }
}
