package dev.mimokit.report.page;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.figure.Allowance;
import dev.mimokit.report.figure.PercentileFigure;
import dev.mimokit.report.figure.TimelineFigure;
import dev.mimokit.report.read.Anchors;
import dev.mimokit.report.read.CaseIds;
import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.LoadCounters;
import dev.mimokit.report.read.Run;
import dev.mimokit.report.render.Reproduction;
import dev.mimokit.report.render.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the page's view of a run. */
final class PageBuilder {

  private static final int MOST_LINES = 30;
  private static final int MOST_LINE = 1_000;

  private final Run run;
  private final Detail detail;
  private final int allowance;

  PageBuilder(Run run, Detail detail) {
    this.run = run;
    this.detail = detail;
    List<Integer> demands =
        run.cases().stream()
            .flatMap(
                tested -> run.agents().stream().flatMap(agent -> drawn(agent, tested).stream()))
            .map(TimelineFigure::demand)
            .toList();
    this.allowance = Allowance.each(demands, detail.attempts());
  }

  /** What there is to draw of a cell at this level of detail. */
  private Optional<Evidence> drawn(String agent, CaseText tested) {
    boolean notable = run.verdict(agent, tested.id()).map(CaseVerdict::notable).orElse(true);
    return detail.attempts() > 0 && (detail.all() || notable)
        ? run.evidence(agent, tested)
        : Optional.empty();
  }

  PageView page() {
    boolean judged = !run.verdicts().isEmpty();
    return new PageView(
        judged ? "Gate " + Tally.meaning(run.exit()) : "Run report",
        judged ? state(run.exit()) : "neutral",
        judged ? sentence() : "This run holds measurements and no verdicts.",
        Facts.of(run.manifests()),
        run.agents().stream().map(this::agent).toList(),
        rows(),
        cases(),
        Measurements.latencies(run.latencies()),
        run.latencies().isEmpty() ? List.of() : List.of(PercentileFigure.of(run.latencies())),
        run.loads().stream().map(LoadCounters::name).toList(),
        Measurements.counters(run.loads()),
        run.benchmarks().stream().map(Measurements::benchmark).toList(),
        run.rows().stream().map(Measurements::figure).toList(),
        judged ? Reproduction.commands(run) : List.of());
  }

  private static String state(int exit) {
    return switch (exit) {
      case 0 -> "passed";
      case 3 -> "inconclusive";
      default -> "failed";
    };
  }

  private String sentence() {
    Tally tally = Tally.of(run.verdicts().values());
    String what = tally.total() == 1 ? "verdict" : "verdicts";
    return "%d %s of %d %s with %d %s: %s."
        .formatted(
            tally.total(),
            what,
            run.cases().size(),
            run.cases().size() == 1 ? "case" : "cases",
            run.agents().size(),
            run.agents().size() == 1 ? "agent" : "agents",
            unbroken(tally.sentence()));
  }

  /** Keeps a number and its word on one line. */
  private static String unbroken(String counts) {
    return counts.replaceAll("(\\d) ", "$1\u00a0");
  }

  private PageView.AgentView agent(String name) {
    Tally tally = Tally.of(run, name);
    String command =
        run.manifests().stream()
            .flatMap(manifest -> manifest.agents().stream())
            .filter(declared -> declared.name().equals(name))
            .map(declared -> declared.command())
            .findFirst()
            .orElse("");
    List<PageView.Slice> slices =
        Stream.of(Verdict.values())
            .filter(verdict -> tally.count(verdict) > 0)
            .map(verdict -> new PageView.Slice(Chip.style(verdict), tally.count(verdict)))
            .toList();
    return new PageView.AgentView(name, command, tally.sentence(), slices);
  }

  private List<PageView.RowView> rows() {
    List<PageView.RowView> rows = new ArrayList<>();
    String group = "";
    for (int i = 0; i < run.cases().size(); i++) {
      CaseText tested = run.cases().get(i);
      boolean opens = i > 0 && !CaseIds.group(tested.id()).equals(group);
      group = CaseIds.group(tested.id());
      List<PageView.Cell> cells = cells(tested, Anchors.of(run.cases(), i));
      rows.add(
          new PageView.RowView(
              tested.id(), Anchors.of(run.cases(), i), tested.title(), opens, cells));
    }
    return rows;
  }

  private List<PageView.Cell> cells(CaseText tested, String anchor) {
    List<PageView.Cell> cells = new ArrayList<>();
    for (int i = 0; i < run.agents().size(); i++) {
      Optional<CaseVerdict> verdict = run.verdict(run.agents().get(i), tested.id());
      cells.add(
          new PageView.Cell(
              Chip.of(verdict.map(CaseVerdict::behavior)),
              Chip.of(verdict.map(CaseVerdict::outcome)),
              verdict.isPresent() ? Anchors.of(anchor, i) : ""));
    }
    return cells;
  }

  private List<PageView.RunView> results(CaseText tested, String anchor) {
    List<PageView.RunView> results = new ArrayList<>();
    for (int i = 0; i < run.agents().size(); i++) {
      result(run.agents().get(i), tested, Anchors.of(anchor, i)).ifPresent(results::add);
    }
    return results;
  }

  private List<PageView.CaseView> cases() {
    List<PageView.CaseView> cases = new ArrayList<>();
    for (int i = 0; i < run.cases().size(); i++) {
      CaseText tested = run.cases().get(i);
      cases.add(
          new PageView.CaseView(
              tested.id(),
              Anchors.of(run.cases(), i),
              tested.title(),
              tested.severity(),
              tested.rule(),
              tested.reason(),
              tested.criteria(),
              results(tested, Anchors.of(run.cases(), i))));
    }
    return cases;
  }

  private Optional<PageView.RunView> result(String agent, CaseText tested, String anchor) {
    Optional<CaseVerdict> verdict = run.verdict(agent, tested.id());
    if (verdict.isEmpty() && run.evidence(agent, tested).isEmpty()) {
      return Optional.empty();
    }
    var timeline = drawn(agent, tested).flatMap(seen -> TimelineFigure.of(seen, allowance));
    List<String> lines = verdict.map(CaseVerdict::timeline).orElse(List.of());
    return Optional.of(
        new PageView.RunView(
            agent,
            anchor,
            Chip.of(verdict.map(CaseVerdict::behavior)),
            Chip.of(verdict.map(CaseVerdict::outcome)),
            verdict.map(CaseVerdict::notable).orElse(true),
            verdict.map(Check::of).orElse(List.of()),
            verdict.map(CaseVerdict::note).orElse(""),
            timeline.stream().toList(),
            timeline.isPresent()
                ? List.of()
                : Measurements.shortened(lines, MOST_LINES, MOST_LINE)));
  }
}
