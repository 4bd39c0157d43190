package dev.mimokit.cli.plan;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.plan.Sweep;
import dev.mimokit.core.sim.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A grid of scenarios. */
@Command(
    name = "sweep",
    description = {
      "Every combination of some values, a row each, over all cores.",
      "Ctrl-C keeps the rows that are done; the exit code is 3 then."
    })
final class SweepCommand extends Asking {

  @Option(
      names = "--axis",
      paramLabel = "A",
      description =
          "NAME=VALUE,VALUE or NAME=FROM..TO, of " + AxisSpec.KNOWN + "; several --axis multiply.")
  private List<String> axes = List.of();

  @Override
  int answer(Draft draft) throws IOException {
    List<AxisSpec> asked =
        axes.isEmpty() ? draft.axes : axes.stream().map(AxisSpec::parse).toList();
    Question question = Question.of(draft);
    List<Sweep.Axis> grid = new ArrayList<>(asked.stream().map(AxisSpec::axis).toList());
    if (draft.windows.isPresent() && asked.stream().noneMatch(a -> a.name().equals("window"))) {
      String windows = String.join(",", names(question.windows()));
      grid.add(0, new AxisSpec("window", windows).axis());
    }
    if (grid.isEmpty()) {
      throw new IllegalArgumentException(
          "sweep needs an axis: --axis quota-units=1..10, or sweep in a file");
    }
    boolean windowed = grid.stream().anyMatch(axis -> axis.name().equals("window"));
    Scenario base =
        windowed ? question.scenario() : question.windows().get(0).on(question.scenario());
    try (Interruption interruption = new Interruption()) {
      Sweep.Outcome outcome = run(Sweep.grid(base, grid), interruption);
      if (!outcome.rows().isEmpty()) {
        var unused = show(question, rows(outcome));
      }
      if (outcome.complete()) {
        return ExitCode.OK;
      }
      err().printf("mimokit: stopped, %d of %d done%n", outcome.rows().size(), outcome.asked());
      err().flush();
      return ExitCode.INCONCLUSIVE;
    }
  }

  private static List<String> names(List<Hypothesis> windows) {
    return windows.stream().map(Hypothesis::name).toList();
  }

  private Sweep.Outcome run(Sweep sweep, Interruption interruption) {
    try (SweepProgress progress = new SweepProgress(err(), sweep.points().size())) {
      return sweep.run(flags().threads(), interruption::requested, progress::done);
    }
  }

  private static List<PlanAnswer> rows(Sweep.Outcome outcome) {
    return outcome.rows().stream()
        .map(row -> new PlanAnswer(row.point().labels(), row.answer(), Optional.empty()))
        .toList();
  }
}
