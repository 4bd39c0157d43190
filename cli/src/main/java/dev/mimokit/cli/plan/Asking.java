package dev.mimokit.cli.plan;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.core.plan.CapacityPlan;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks one question and shows the answers. */
abstract class Asking implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private QuestionFlags flags = new QuestionFlags();

  @Mixin private OutputFlags output = new OutputFlags();

  @Override
  public final Integer call() throws IOException {
    try {
      output.check();
      before();
      return answer(flags.draft());
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  /** Turns arguments of the command into flags. */
  void before() {}

  /** Answers; what is refused by an {@code IllegalArgumentException} is a mistake of usage. */
  abstract int answer(Draft draft) throws IOException;

  final QuestionFlags flags() {
    return flags;
  }

  final OutputFlags output() {
    return output;
  }

  final CapacityPlan plan() {
    return new CapacityPlan(flags.threads());
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Shows answers in the form that was asked for. */
  final int show(Question question, List<PlanAnswer> answers) throws IOException {
    output.show(spec.commandLine(), new PlanJson(question), answers);
    return ExitCode.OK;
  }

  /** Says what no client can mend: a call that is larger than the limit. */
  final void warnOfOversize(Scenario scenario) {
    if (scenario.demand().workload() instanceof Workload.Traced traced) {
      long limit = scenario.supply().quota().tokens();
      long above = 0;
      for (int row = 0; row < traced.trace().size(); row++) {
        above += traced.trace().promptTokens(row) > limit ? 1 : 0;
      }
      if (above > 0) {
        err()
            .printf(
                "mimokit: %d requests have more prompt tokens than TPM: none is ever admitted%n",
                above);
      }
    }
  }
}
