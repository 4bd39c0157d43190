package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.load.cases.CaseCatalog;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the gate is asked for. Immutable. */
public final class GateOptions {

  /** The lanes used when nothing is said: waits are sleeps, so they share two cores well. */
  public static final int LANES = 8;

  /**
   * The model all cases call: text, 100 requests a minute (Model and Rate Limit, all revisions).
   */
  public static final String MODEL = "mimo-v2.5-pro";

  private static final long WARM_UP_MILLIS = 30_000;

  private final List<AgentCommand> agents;
  private final CaseChoice choice;
  private final MockPlace mock;
  private final String version;
  private boolean strict;
  private int lanes = LANES;
  private Optional<Path> out = Optional.empty();
  private long seed = 1;
  private CaseCatalog cases;
  private CaseCatalog loads;
  private KnownFailures known = KnownFailures.NONE;
  private Attachment attachment = Attachment.USUAL;
  private long warmUpMillis = WARM_UP_MILLIS;

  private GateOptions(
      List<AgentCommand> agents,
      CaseChoice choice,
      MockPlace mock,
      String version,
      CaseCatalog cases,
      CaseCatalog loads) {
    this.agents = List.copyOf(agents);
    this.choice = choice;
    this.mock = mock;
    this.version = version;
    this.cases = cases;
    this.loads = loads;
  }

  /** The product's own cases and loads. */
  public static GateOptions of(
      List<AgentCommand> agents, CaseChoice choice, MockPlace mock, String version) {
    return new GateOptions(
        agents, choice, mock, version, CaseCatalog.load(), CaseCatalog.loads(choice.smoke()));
  }

  /** A copy that only this method has seen is changed once, and never again. */
  private GateOptions with(Consumer<GateOptions> change) {
    GateOptions copy = new GateOptions(agents, choice, mock, version, cases, loads);
    copy.strict = strict;
    copy.lanes = lanes;
    copy.out = out;
    copy.seed = seed;
    copy.known = known;
    copy.attachment = attachment;
    copy.warmUpMillis = warmUpMillis;
    change.accept(copy);
    return copy;
  }

  /** The same, failing on a broken SHOULD too or not. */
  public GateOptions withStrict(boolean value) {
    return with(copy -> copy.strict = value);
  }

  /** The same with that many cases at once. */
  public GateOptions withLanes(int value) {
    return with(copy -> copy.lanes = value);
  }

  /** The same with that run directory. */
  public GateOptions withOut(Path value) {
    return with(copy -> copy.out = Optional.of(value));
  }

  /** The same with that seed. */
  public GateOptions withSeed(long value) {
    return with(copy -> copy.seed = value);
  }

  /** The same with that list of known failures. */
  public GateOptions withKnown(KnownFailures value) {
    return with(copy -> copy.known = value);
  }

  /** The same, waiting so for attached clients. */
  public GateOptions withAttachment(Attachment value) {
    return with(copy -> copy.attachment = value);
  }

  /** The same with another patience for a driver's first call. */
  GateOptions withWarmUp(long value) {
    return with(copy -> copy.warmUpMillis = value);
  }

  /** The same with another catalogue. */
  GateOptions withCases(CaseCatalog newCases, CaseCatalog newLoads) {
    return with(
        copy -> {
          copy.cases = newCases;
          copy.loads = newLoads;
        });
  }

  /** Each gets a column, in this order. */
  List<AgentCommand> agents() {
    return agents;
  }

  /** Which of the cases and loads are run. */
  CaseChoice choice() {
    return choice;
  }

  /** Whether a broken SHOULD fails the gate. */
  boolean strict() {
    return strict;
  }

  /** Cases run at once, at least 1. */
  int lanes() {
    return lanes;
  }

  /** The run directory; empty for {@code runs/<time>} with the link {@code runs/latest}. */
  Optional<Path> out() {
    return out;
  }

  /** Where the mock is. */
  MockPlace mock() {
    return mock;
  }

  /** Of the mock and of Gatling's clients; kept in the manifest. */
  long seed() {
    return seed;
  }

  /** Of mimokit, for the manifest. */
  String version() {
    return version;
  }

  /** Failures that do not fail the gate. */
  KnownFailures known() {
    return known;
  }

  /** How clients are waited for that somebody else starts. */
  Attachment attachment() {
    return attachment;
  }

  /** How long a driver may take for its first call. */
  long warmUpMillis() {
    return warmUpMillis;
  }

  /** The conformance cases to run. */
  List<Case> chosenCases() {
    return choice.among(cases.cases());
  }

  /** The loads to run: none without the reference agent, whose policy they use. */
  List<Case> chosenLoads() {
    boolean reference = agents.stream().anyMatch(a -> a.name().equals(AgentCommand.REFERENCE));
    return reference ? choice.among(loads.cases()) : List.of();
  }

  /** Refuses what cannot be run. Starts and writes nothing. */
  void check() {
    if (agents.isEmpty()) {
      throw new UsageException("the gate needs at least one agent");
    }
    if (lanes < 1) {
      throw new UsageException("lanes must be at least 1: " + lanes);
    }
    Set<String> slugs = new HashSet<>();
    for (AgentCommand agent : agents) {
      if (!slugs.add(agent.slug())) {
        throw new UsageException("agent \"" + agent.name() + "\" is named twice");
      }
    }
    checkCases();
  }

  /** The cases and loads that patterns choose, for a journal that was captured. */
  List<Case> chosenOfAll() {
    List<Case> all = concat(cases.cases(), loads.cases());
    return choice.patterns().isEmpty() ? all : choice.among(all);
  }

  /** Refuses patterns that choose nothing. */
  void checkPatterns() {
    choice.check(concat(cases.cases(), loads.cases()));
  }

  private void checkCases() {
    checkPatterns();
    if (chosenCases().isEmpty() && chosenLoads().isEmpty()) {
      throw new UsageException(
          "nothing to run: loads are run with the agent " + AgentCommand.REFERENCE + " only");
    }
  }

  private static List<Case> concat(List<Case> first, List<Case> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
