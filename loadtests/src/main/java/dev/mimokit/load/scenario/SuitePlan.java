package dev.mimokit.load.scenario;

import dev.mimokit.core.retry.NamedPolicies;
import dev.mimokit.core.retry.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that one run of the Gatling suite needs to know; travels to its JVM as a JSON file.
 *
 * @param baseUrl of the OpenAI-compatible surface, ends in {@code /v1}, http
 * @param model as the platform spells it
 * @param policy name of the retry policy under test, see {@link NamedPolicies}
 * @param seed of all jitter: call n of a load draws from its own stream of this seed
 * @param smoke short profiles (some seconds) instead of full ones (more than a minute)
 * @param limitSeconds the most one load may last before Gatling ends it; what was still waiting
 *     then counts as unfinished
 * @param out directory that receives {@code gatling.json}, {@code latency.hlog} and {@code
 *     gatling/}
 * @param loads run one after another in one JVM, each shape at most once; the first one's latencies
 *     hold that JVM's warm-up, so let a closed load lead where latencies matter
 */
public record SuitePlan(
    String baseUrl,
    String model,
    String policy,
    long seed,
    boolean smoke,
    int limitSeconds,
    Path out,
    List<Load> loads) {

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._/-]+");

  /** Refuses plans that could not run. */
  public SuitePlan {
    loads = List.copyOf(loads);
    require("http".equals(URI.create(baseUrl).getScheme()), "baseUrl must be an http URL", baseUrl);
    require(MODEL.matcher(model).matches(), "model must match " + MODEL, model);
    require(
        NamedPolicies.find(policy).isPresent(),
        "policy must be one of " + NamedPolicies.names(),
        policy);
    require(limitSeconds > 0, "limitSeconds must be positive", limitSeconds);
    require(!loads.isEmpty(), "loads must not be empty", loads);
    require(
        loads.stream().map(Load::shape).distinct().count() == loads.size(),
        "loads must not name a shape twice",
        loads.stream().map(load -> load.shape().word()).toList());
  }

  /** The policy under test. */
  public RetryPolicy retryPolicy() {
    return NamedPolicies.find(policy).orElseThrow();
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + value);
    }
  }
}
