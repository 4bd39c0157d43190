package dev.mimokit.report.render;

import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A verdict that needs its evidence shown, with the case and the agent it is about. */
public record Evidenced(CaseText tested, String agent, CaseVerdict verdict) {

  /** All of a run: gravest first, then by case. */
  public static List<Evidenced> of(Run run) {
    List<Evidenced> found = new ArrayList<>();
    for (CaseText tested : run.cases()) {
      for (String agent : run.agents()) {
        run.verdict(agent, tested.id())
            .filter(CaseVerdict::notable)
            .ifPresent(verdict -> found.add(new Evidenced(tested, agent, verdict)));
      }
    }
    found.sort(Comparator.comparing((Evidenced item) -> item.verdict().worst()).reversed());
    return found;
  }
}
