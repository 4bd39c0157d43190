package dev.mimokit.cli.plan;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The capacity planner: the mock's own limiter in virtual time. */
@Command(
    name = "plan",
    description = {
      "How many accounts, which limit binds, what users wait, how long a batch takes, which"
          + " backoff: the mock's limiter and the gate's clients in virtual time.",
      "More keys of one account never help: limits are summed over all keys of an account."
    },
    subcommands = {
      EstimateCommand.class,
      SimulateCommand.class,
      SweepCommand.class,
      SizeCommand.class,
      DrainCommand.class,
      ReplayCommand.class,
      VerifyCommand.class
    })
public final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command there is nothing to plan. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: estimate, simulate, sweep, size, drain, replay or verify");
  }
}
