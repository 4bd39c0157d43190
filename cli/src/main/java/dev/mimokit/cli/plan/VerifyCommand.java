package dev.mimokit.cli.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.cli.program.Self;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.plan.Answer;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.load.run.LiveLoad;
import dev.mimokit.load.run.LiveLoads;
import dev.mimokit.load.run.MockPlace;
import dev.mimokit.load.scenario.Shape;
import dev.mimokit.server.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The planner beside live runs. */
@Command(
    name = "verify",
    description = {
      "Three workloads, once live (Gatling against a mock of its own, true 60 s windows) and many"
          + " times simulated: do the live figures lie where the simulated ones do?",
      "About four minutes. Exit 0 inside, 1 outside, 3 when the live run says nothing."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MODEL = "mimo-v2.5-pro";
  private static final int WINDOW_AGE_MILLIS = 55_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--short",
      description =
          "About a minute: the loads meet a full window that is already some 55 s old, instead of"
              + " an empty one. The window itself stays 60 s.")
  private boolean brief;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the mock, the live clients and the simulated ones; 1 by default.")
  private long seed = 1;

  @Option(
      names = "--replications",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Simulated runs of each workload; 1000 by default.")
  private int replications = 1_000;

  @Option(names = "--json", description = "The comparison as JSON on stdout.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Extent extent = Extent.jobs(seed, replications, Extent.ALL);
      Quota quota =
          Profiles.load(Profiles.DEFAULT)
              .quota(Catalog.load(Catalog.DEFAULT_REVISION).find(MODEL).orElseThrow().limits());
      List<LiveLoad> loads = loads(brief);
      List<LiveLoad.Outcome> outcomes = live(loads);
      List<Verification> verified = new ArrayList<>();
      for (int i = 0; i < loads.size(); i++) {
        verified.add(Verification.of(loads.get(i), outcomes.get(i), quota, extent));
      }
      show(verified);
      return exit(verified);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    } catch (IOException e) {
      throw ExitException.infrastructure(e);
    }
  }

  static List<LiveLoad> loads(boolean brief) {
    return brief
        ? List.of(
            load("burst", Shape.BURST, 80, "reference", true),
            load("open", Shape.OPEN, 60, "full-jitter", true),
            load("hammer", Shape.BURST, 130, "constant", true))
        : List.of(
            load("burst", Shape.BURST, 150, "reference", false),
            load("open", Shape.OPEN, 150, "full-jitter", false),
            load("hammer", Shape.BURST, 180, "constant", false));
  }

  private static LiveLoad load(String name, Shape shape, int jobs, String policy, boolean brief) {
    return brief
        ? new LiveLoad("plan-" + name, shape, jobs, policy, true, 100, WINDOW_AGE_MILLIS)
        : new LiveLoad("plan-" + name, shape, jobs, policy, false, 0, 0);
  }

  private List<LiveLoad.Outcome> live(List<LiveLoad> loads)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Path work = Files.createTempDirectory("mimokit-verify");
    Path portFile = work.resolve("port");
    try {
      return LiveLoads.run(
          new MockPlace.Command(serve(portFile), portFile),
          loads,
          seed,
          line -> {
            err.println("mimokit: live " + line);
            err.flush();
          });
    } finally {
      Files.deleteIfExists(portFile);
      Files.deleteIfExists(work);
    }
  }

  /** Answers come at once, so nothing is lost by leaving out the warm-up. */
  private List<String> serve(Path portFile) {
    List<String> command = new ArrayList<>(Self.serve(portFile, seed));
    command.add("--fast-start");
    return command;
  }

  private static int exit(List<Verification> verified) {
    if (verified.stream().anyMatch(one -> one.live().trouble().isPresent())) {
      return ExitCode.INCONCLUSIVE;
    }
    return verified.stream().allMatch(Verification::holds) ? ExitCode.OK : ExitCode.FAILED;
  }

  private void show(List<Verification> verified) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(verified).toPrettyString());
    } else {
      verified.forEach(one -> show(one, out));
      out.printf(
          Locale.ROOT,
          "Each range holds all %d simulated runs; a drain may be %.1f s off, for HTTP and"
              + " scheduling.%n%s%n",
          replications,
          Verification.ALLOWANCE_SECONDS,
          Answer.KEYS);
    }
    out.flush();
  }

  private static void show(Verification one, PrintWriter out) {
    out.printf(
        "%s: %d calls, %s, policy %s%s%n",
        one.load().name(),
        one.load().jobs(),
        one.load().shape().word(),
        one.load().policy(),
        one.load().usedRequests() == 0
            ? ", empty window"
            : ", window full and %.1f s old".formatted(one.live().windowAgeSeconds()));
    one.live().trouble().ifPresent(why -> out.println("  INCONCLUSIVE: " + why));
    for (Verification.Range range : one.ranges()) {
      out.printf(
          Locale.ROOT,
          "  %-10s live %9.1f   planner %9.1f … %-9.1f %s%n",
          range.figure(),
          range.live(),
          range.low(),
          range.high(),
          range.covers() ? "inside" : "OUTSIDE");
    }
  }

  private ObjectNode asJson(List<Verification> verified) {
    ObjectNode answer = MAPPER.createObjectNode().put("schemaVersion", 1);
    answer.put("seed", seed).put("replications", replications);
    ArrayNode all = answer.putArray("workloads");
    for (Verification one : verified) {
      ObjectNode node = all.addObject().put("name", one.load().name());
      node.put("shape", one.load().shape().word()).put("jobs", one.load().jobs());
      node.put("policy", one.load().policy()).put("usedRequests", one.load().usedRequests());
      node.put("windowAgeSeconds", one.live().windowAgeSeconds());
      one.live().trouble().ifPresent(why -> node.put("inconclusive", why));
      ArrayNode figures = node.putArray("figures");
      for (Verification.Range range : one.ranges()) {
        figures
            .addObject()
            .put("name", range.figure())
            .put("live", range.live())
            .put("low", range.low())
            .put("high", range.high())
            .put("inside", range.covers());
      }
    }
    return answer.put("exit", exit(verified));
  }
}
