package dev.mimokit.cli.plan;

import java.io.IOException;
import picocli.CommandLine.Command;

/** What a workload would meet, for each reading of "per minute". */
@Command(
    name = "simulate",
    description = "What a workload would meet: refusals, waits, peaks, which limit binds.")
final class SimulateCommand extends Asking {

  @Override
  int answer(Draft draft) throws IOException {
    Question question = Question.of(draft);
    warnOfOversize(question.scenario());
    return show(
        question, PlanAnswer.of(plan().sideBySide(question.scenario(), question.windows())));
  }
}
