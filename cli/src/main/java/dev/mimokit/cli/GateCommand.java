package dev.mimokit.cli;

import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.cli.program.Self;
import dev.mimokit.cli.program.Version;
import dev.mimokit.core.conformance.Case;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePage;
import dev.mimokit.load.cases.CasePattern;
import dev.mimokit.load.run.AgentCommand;
import dev.mimokit.load.run.Attachment;
import dev.mimokit.load.run.CaseChoice;
import dev.mimokit.load.run.Gate;
import dev.mimokit.load.run.GateOptions;
import dev.mimokit.load.run.GateResult;
import dev.mimokit.load.run.KnownFailures;
import dev.mimokit.load.run.MockPlace;
import dev.mimokit.load.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final long ATTACH_SECONDS = 600;
  private static final long MILLIS_PER_SECOND = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--agent",
      paramLabel = "AGENT",
      description = {
        "reference (default), openai-java, anthropic-java, langchain4j, spring-ai, resilience4j,",
        "failsafe, openai-node, anthropic-node, vercel-ai, all but the first also as",
        "NAME/recommended,",
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

  @Option(
      names = "--attach",
      paramLabel = "NAME",
      description = {
        "A client that you start yourself: it gets a base URL for each case, on standard error,",
        "and is judged by what arrives there."
      })
  private @Nullable String attach;

  @Option(
      names = "--attach-wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long an attached client is waited for; 600 by default.")
  private long attachSeconds = ATTACH_SECONDS;

  @Option(
      names = "--urls",
      paramLabel = "F",
      description = "Where the base URLs are written: case, calls, whole or stream, URL, by tabs.")
  private @Nullable Path urls;

  @Option(
      names = "--judge",
      paramLabel = "JOURNAL",
      description = {
        "Run nothing: judge a captured journal, a run's or its journal.jsonl, or what",
        "/__mimokit/journal answered, whose one case --cases names."
      })
  private @Nullable Path judge;

  @Option(
      names = "--known",
      paramLabel = "F",
      description = {
        "Known failures, a line each: CASE AGENT until=YYYY-MM-DD REASON. They do not fail the",
        "gate; a line whose case passes, or whose date is over, does."
      })
  private @Nullable Path known;

  @Option(names = "--list", description = "List the cases and end.")
  private boolean list;

  @Option(names = "--markdown", description = "With --list: all of the cases, in Markdown.")
  private boolean markdown;

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
      return list();
    }
    if (markdown) {
      throw ExitException.usage("--markdown goes with --list");
    }
    try {
      return judge == null ? run() : rejudge(judge);
    } catch (UsageException | IllegalArgumentException e) {
      throw ExitException.usage(e);
    } catch (IOException e) {
      throw ExitException.infrastructure(e);
    }
  }

  private int list() {
    PrintWriter out = spec.commandLine().getOut();
    if (markdown) {
      out.print(CasePage.of(CaseCatalog.load().cases()));
    } else {
      CaseCatalog.load().listing().forEach(out::println);
      CaseCatalog.loads(smoke).listing().forEach(out::println);
    }
    out.flush();
    return ExitCode.OK;
  }

  private int rejudge(Path journal) throws IOException {
    if (attach != null || client != null || !agents.isEmpty()) {
      throw new UsageException("--judge runs no client: leave --agent, --client and --attach away");
    }
    GateOptions options = options(Path.of("port"));
    GateResult result = Gate.judge(options, journal, new Progress(spec.commandLine().getErr()));
    return Rendering.show(spec.commandLine(), result.directory());
  }

  private int run() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("mimokit-mock");
    Path portFile = work.resolve("port");
    try {
      GateResult result = Gate.run(options(portFile), new Progress(spec.commandLine().getErr()));
      return Rendering.show(spec.commandLine(), result.directory());
    } finally {
      Files.deleteIfExists(portFile);
      Files.deleteIfExists(work);
    }
  }

  private GateOptions options(Path portFile) {
    MockPlace mock = new MockPlace.Command(Self.serve(portFile, seed), portFile);
    GateOptions options =
        GateOptions.of(agentCommands(), choice(), mock, Version.number())
            .withStrict(strict)
            .withLanes(lanes)
            .withSeed(seed)
            .withKnown(known())
            .withAttachment(
                new Attachment(Optional.ofNullable(urls), attachSeconds * MILLIS_PER_SECOND));
    return out == null ? options : options.withOut(out);
  }

  private KnownFailures known() {
    Set<String> ids =
        Stream.concat(
                CaseCatalog.load().cases().stream(), CaseCatalog.loads(smoke).cases().stream())
            .map(Case::id)
            .collect(Collectors.toSet());
    return known == null ? KnownFailures.NONE : KnownFailures.read(known, ids);
  }

  private List<AgentCommand> agentCommands() {
    List<AgentCommand> commands = new ArrayList<>();
    agents.forEach(agent -> commands.add(AgentCommand.of(agent)));
    if (client != null) {
      commands.add(AgentCommand.shell("client", client));
    }
    if (attach != null) {
      commands.add(AgentCommand.attached(attach));
    }
    return commands.isEmpty() ? List.of(AgentCommand.of(AgentCommand.REFERENCE)) : commands;
  }

  private CaseChoice choice() {
    List<CasePattern> patterns = cases == null ? List.of() : CasePattern.list(cases);
    return new CaseChoice(patterns, smoke, nightly);
  }
}
