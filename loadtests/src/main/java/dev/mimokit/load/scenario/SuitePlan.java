package dev.mimokit.load.scenario;

import dev.mimokit.core.retry.NamedPolicies;
import dev.mimokit.core.retry.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one run of the Gatling suite needs to know; travels to its JVM as a JSON file.
 *
 * @param baseUrl of the OpenAI-compatible surface, ends in {@code /v1}, http
 * @param policy name of the retry policy under test, see {@link NamedPolicies}
 * @param seed of all jitter: call n of a load draws from its own stream of this seed
 * @param smoke short profiles (some seconds) instead of full ones (more than a minute)
 * @param limitSeconds the most one turn may last before Gatling ends it; what was still waiting
 *     then counts as unfinished
 * @param out directory that receives {@code gatling.json}, {@code latency.hlog} and {@code
 *     gatling/}
 * @param loads run in one JVM, in turns: one that runs alone has its own, others that follow one
 *     another share one. The first turn's latencies hold that JVM's warm-up
 */
public record SuitePlan(
    String baseUrl,
    String policy,
    long seed,
    boolean smoke,
    int limitSeconds,
    Path out,
    List<Load> loads) {

  /** Refuses plans that could not run. */
  public SuitePlan {
    loads = List.copyOf(loads);
    require("http".equals(URI.create(baseUrl).getScheme()), "baseUrl must be an http URL", baseUrl);
    require(
        NamedPolicies.find(policy).isPresent(),
        "policy must be one of " + NamedPolicies.names(),
        policy);
    require(limitSeconds > 0, "limitSeconds must be positive", limitSeconds);
    require(!loads.isEmpty(), "loads must not be empty", loads);
    require(
        loads.stream().map(Load::name).distinct().count() == loads.size(),
        "loads must have different names",
        loads.stream().map(Load::name).toList());
  }

  /** The policy under test, for the calls of one load. */
  public RetryPolicy retryPolicy() {
    return NamedPolicies.forClient(policy).orElseThrow();
  }

  /** The loads that run side by side, turn by turn. */
  public List<List<Load>> turns() {
    List<List<Load>> turns = new ArrayList<>();
    boolean open = false;
    for (Load load : loads) {
      if (load.alone() || !open) {
        turns.add(new ArrayList<>());
      }
      turns.get(turns.size() - 1).add(load);
      open = !load.alone();
    }
    return turns;
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + value);
    }
  }
}
