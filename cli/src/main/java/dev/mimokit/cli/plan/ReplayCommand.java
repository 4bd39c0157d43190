package dev.mimokit.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a recorded workload would meet. */
@Command(
    name = "replay",
    description = "What the requests of a trace would meet, as simulate --trace does.")
final class ReplayCommand extends Asking {

  @Parameters(
      paramLabel = "TRACE",
      arity = "0..1",
      description = "The trace; or name it in a file.")
  private @Nullable Path trace;

  @Override
  void before() {
    if (trace != null) {
      flags().trace(trace);
    }
  }

  @Override
  int answer(Draft draft) throws IOException {
    if (draft.traceName.isEmpty()) {
      throw new IllegalArgumentException("replay needs a trace: name one after the command");
    }
    Question question = Question.of(draft);
    warnOfOversize(question.scenario());
    return show(
        question, PlanAnswer.of(plan().sideBySide(question.scenario(), question.windows())));
  }
}
