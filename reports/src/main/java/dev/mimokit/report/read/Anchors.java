package dev.mimokit.report.read;

import java.util.List;

/** Where on the page a case, and a case with one agent, is found. */
public final class Anchors {

  private Anchors() {}

  /** Of the case at {@code index}. Ids may hold anything; an anchor must not. */
  public static String of(List<CaseText> cases, int index) {
    String id = cases.get(index).id();
    return "case-" + (id.matches("[A-Za-z0-9._-]+") ? id : "no-" + (index + 1));
  }

  /** Of that case with the agent at {@code index}. */
  public static String of(String caseAnchor, int index) {
    return caseAnchor + "-agent-" + (index + 1);
  }
}
