package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.load.cases.CaseCatalog;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the gate is asked for.
 *
 * @param agents each gets a column, in this order
 * @param strict whether a broken SHOULD fails the gate
 * @param lanes cases run at once, at least 1
 * @param out the run directory; empty for {@code runs/<time>} with the link {@code runs/latest}
 * @param seed of the mock and of Gatling's clients; kept in the manifest
 * @param version of mimokit, for the manifest
 * @param cases the catalogue to choose from
 * @param loads the loads to choose from, judged in the reference agent's column
 * @param known failures that do not fail the gate
 * @param attachment how clients are waited for that somebody else starts
 * @param warmUpMillis how long a driver may take for its first call
 */
public record GateOptions(
    List<AgentCommand> agents,
    CaseChoice choice,
    boolean strict,
    int lanes,
    Optional<Path> out,
    MockPlace mock,
    long seed,
    String version,
    CaseCatalog cases,
    CaseCatalog loads,
    KnownFailures known,
    Attachment attachment,
    long warmUpMillis) {

  /** The lanes used when nothing is said: waits are sleeps, so they share two cores well. */
  public static final int LANES = 8;

  /**
   * The model all cases call: text, 100 requests a minute (Model and Rate Limit, all revisions).
   */
  public static final String MODEL = "mimo-v2.5-pro";

  private static final long WARM_UP_MILLIS = 30_000;

  /** Copies the list. */
  public GateOptions {
    agents = List.copyOf(agents);
  }

  /** The product's own cases and loads. */
  public static GateOptions of(
      List<AgentCommand> agents, CaseChoice choice, MockPlace mock, String version) {
    return new GateOptions(
        agents,
        choice,
        false,
        LANES,
        Optional.empty(),
        mock,
        1,
        version,
        CaseCatalog.load(),
        CaseCatalog.loads(choice.smoke()),
        KnownFailures.NONE,
        Attachment.USUAL,
        WARM_UP_MILLIS);
  }

  /** The same, failing on a broken SHOULD too or not. */
  public GateOptions withStrict(boolean value) {
    return new GateOptions(
        agents,
        choice,
        value,
        lanes,
        out,
        mock,
        seed,
        version,
        cases,
        loads,
        known,
        attachment,
        warmUpMillis);
  }

  /** The same with that many cases at once. */
  public GateOptions withLanes(int value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        value,
        out,
        mock,
        seed,
        version,
        cases,
        loads,
        known,
        attachment,
        warmUpMillis);
  }

  /** The same with that run directory. */
  public GateOptions withOut(Path value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        Optional.of(value),
        mock,
        seed,
        version,
        cases,
        loads,
        known,
        attachment,
        warmUpMillis);
  }

  /** The same with that seed. */
  public GateOptions withSeed(long value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        out,
        mock,
        value,
        version,
        cases,
        loads,
        known,
        attachment,
        warmUpMillis);
  }

  /** The same with that list of known failures. */
  public GateOptions withKnown(KnownFailures value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        out,
        mock,
        seed,
        version,
        cases,
        loads,
        value,
        attachment,
        warmUpMillis);
  }

  /** The same, waiting so for attached clients. */
  public GateOptions withAttachment(Attachment value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        out,
        mock,
        seed,
        version,
        cases,
        loads,
        known,
        value,
        warmUpMillis);
  }

  /** The same with another patience for a driver's first call. */
  GateOptions withWarmUp(long value) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        out,
        mock,
        seed,
        version,
        cases,
        loads,
        known,
        attachment,
        value);
  }

  /** The same with another catalogue. */
  GateOptions withCases(CaseCatalog newCases, CaseCatalog newLoads) {
    return new GateOptions(
        agents,
        choice,
        strict,
        lanes,
        out,
        mock,
        seed,
        version,
        newCases,
        newLoads,
        known,
        attachment,
        warmUpMillis);
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
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
