package dev.mimokit.cli.plan;

import dev.mimokit.core.sim.Workload;
import java.io.IOException;
import picocli.CommandLine.Command;

/** How long so many jobs take. */
@Command(
    name = "drain",
    description =
        "How long --jobs N take that are all due at once, beside the time that no client can"
            + " beat.")
final class DrainCommand extends Asking {

  @Override
  int answer(Draft draft) throws IOException {
    if (!(draft.workload instanceof Workload.Batch)) {
      throw new IllegalArgumentException("drain needs --jobs N, or workload batch in a file");
    }
    Question question = Question.of(draft);
    return show(
        question, PlanAnswer.of(plan().sideBySide(question.scenario(), question.windows())));
  }
}
