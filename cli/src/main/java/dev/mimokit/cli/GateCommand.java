package dev.mimokit.cli;

import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import dev.mimokit.load.run.AgentCommand;
import dev.mimokit.load.run.CaseChoice;
import dev.mimokit.load.run.Gate;
import dev.mimokit.load.run.GateOptions;
import dev.mimokit.load.run.GateResult;
import dev.mimokit.load.run.MockPlace;
import dev.mimokit.load.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: a verdict on a client's backoff. */
@Command(
    name = "gate",
    description = {
      "Lets clients meet a mock that refuses them, and judges how they back off.",
      "Exits 0 when nothing is held against them, 1 when one failed, 3 when it could not be judged."
    })
final class GateCommand implements Callable<Integer> {

  private static final long SEED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--agent",
      paramLabel = "AGENT",
      description = {
        "reference (default), openai-java, anthropic-java, langchain4j, resilience4j, failsafe,",
        "openai-node, anthropic-node, vercel-ai, each but the first also as NAME/recommended,",
        "or NAME=COMMAND; may be repeated."
      })
  private List<String> agents = List.of();

  @Option(
      names = "--client",
      paramLabel = "CMD",
      description = "A driver of your own client, run by sh; its column is named client.")
  private @Nullable String client;

  @Option(
      names = "--cases",
      paramLabel = "PATTERNS",
      description = "Which cases: 2.9 or 2.* or load.*, several with commas.")
  private @Nullable String cases;

  @Option(names = "--list", description = "List the cases and end.")
  private boolean list;

  @Option(names = "--smoke", description = "The short gate: at most two minutes.")
  private boolean smoke;

  @Option(names = "--nightly", description = "The cases that observe for minutes, too.")
  private boolean nightly;

  @Option(names = "--strict", description = "A broken SHOULD fails the gate, too.")
  private boolean strict;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      defaultValue = "8",
      description = "Cases that run at once; 8 by default.")
  private int lanes = GateOptions.LANES;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory; runs/<time> by default, with the link runs/latest.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the mock's answers and the load's spread; kept in the manifest.")
  private long seed = SEED;

  @Override
  public Integer call() throws InterruptedException {
    if (list) {
      spec.commandLine().getOut().print(CaseCatalog.load().listing());
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
    try {
      Path work = Files.createTempDirectory("mimokit-mock");
      Path portFile = work.resolve("port");
      try {
        GateResult result = Gate.run(options(portFile), new Progress(spec.commandLine().getErr()));
        return Rendering.show(spec.commandLine(), result.directory());
      } finally {
        Files.deleteIfExists(portFile);
        Files.deleteIfExists(work);
      }
    } catch (UsageException | IllegalArgumentException e) {
      throw ExitException.usage(e);
    } catch (IOException e) {
      throw ExitException.infrastructure(e);
    }
  }

  private GateOptions options(Path portFile) {
    MockPlace mock = new MockPlace.Command(Self.serve(portFile, seed), portFile);
    GateOptions options =
        GateOptions.of(agentCommands(), choice(), mock, Version.number())
            .withStrict(strict)
            .withLanes(lanes)
            .withSeed(seed);
    return out == null ? options : options.withOut(out);
  }

  private List<AgentCommand> agentCommands() {
    List<AgentCommand> commands = new ArrayList<>();
    agents.forEach(agent -> commands.add(AgentCommand.of(agent)));
    if (client != null) {
      commands.add(AgentCommand.shell("client", client));
    }
    return commands.isEmpty() ? List.of(AgentCommand.of(AgentCommand.REFERENCE)) : commands;
  }

  private CaseChoice choice() {
    List<CasePattern> patterns = cases == null ? List.of() : CasePattern.list(cases);
    return new CaseChoice(patterns, smoke, nightly);
  }
}
