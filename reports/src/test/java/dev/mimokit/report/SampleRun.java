package dev.mimokit.report;

import dev.mimokit.core.conformance.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run with something of everything: two agents, six cases, latencies, load, benchmarks. */
public final class SampleRun {

  static final String REFERENCE = "reference";
  static final String OTHER = "openai-java";

  private SampleRun() {}

  /** Writes it. */
  public static RunFixture in(Path directory) throws IOException {
    RunFixture run = new RunFixture(directory);
    run.manifest("{\"smoke\":true,\"lanes\":8}", REFERENCE, OTHER);
    texts(run);
    verdicts(run);
    single(run);
    burst(run);
    run.exit(1);
    measurements(run);
    return run.write();
  }

  private static void texts(RunFixture run) {
    run.tested(
        "1.1", "429 is retried", "A refusal with 429 is retried.", "MUST", "lost == 0 (MUST)");
    run.tested(
        "2.1",
        "Retry-After in seconds",
        "No attempt before the wait asked for is over.",
        "MUST",
        "early-retries == 0 (MUST)",
        "lateness-p95 <= 2 (MUST)");
    run.tested(
        "2.9",
        "Retry-After of 30 s",
        "A wait of 30 s is honoured, or the call is given up.",
        "MUST",
        "early-retries == 0 (MUST)");
    run.tested("2.18", "jitter upon Retry-After", "A herd disperses.", "SHOULD");
    run.tested(
        "3.4",
        "jitter is present",
        "First delays differ.",
        "MUST",
        "first-delay-cv >= 0.03 (MUST)");
    run.tested(
        "4.1",
        "burst over the quota",
        "150 calls at once against 100 RPM all succeed after the window opened.",
        "MUST",
        "lost == 0 (MUST)",
        "retry-amplification <= 1.47 (MUST)",
        "makespan <= 7 (MUST)");
  }

  private static void verdicts(RunFixture run) {
    for (String agent : List.of(REFERENCE, OTHER)) {
      run.verdict(agent, "1.1", Verdict.OK, Verdict.OK, "lost == 0 (MUST)", "{\"lost\":0.0}");
    }
    String honoured = "early-retries == 0 (MUST); lateness-p95 <= 2 (MUST)";
    run.verdict(
        REFERENCE,
        "2.1",
        Verdict.OK,
        Verdict.OK,
        honoured,
        "{\"early-retries\":0.0,\"lateness-p95\":0.004}");
    run.verdict(
        OTHER,
        "2.1",
        Verdict.OK,
        Verdict.OK,
        honoured,
        "{\"early-retries\":0.0,\"lateness-p95\":0.005}");
    run.verdict(
        REFERENCE,
        "2.9",
        Verdict.OK,
        Verdict.INFORMATIONAL,
        "early-retries == 0 (MUST)",
        "{\"note\":\"nothing was told within the observation; judged on the wire\"}");
    run.verdict(
        OTHER,
        "2.9",
        Verdict.FAILED,
        Verdict.OK,
        "early-retries == 0 (MUST)",
        "{\"early-retries\":2.0,\"timeline\":"
            + "[\"job-0001: 0.000 429 asked 30 s | 8.003 429 asked 30 s | 16.011 429 asked 30 s\"]}");
    run.verdict(
        REFERENCE, "2.18", Verdict.OK, Verdict.OK, "herd <= 0.5 (SHOULD)", "{\"herd\":0.31}");
    run.verdict(
        OTHER, "2.18", Verdict.NON_STRICT, Verdict.OK, "herd <= 0.5 (SHOULD)", "{\"herd\":0.94}");
    run.verdict(
        REFERENCE,
        "3.4",
        Verdict.INCONCLUSIVE,
        Verdict.INCONCLUSIVE,
        "first-delay-cv >= 0.03 (MUST)",
        "{\"note\":\"the host stalled for 71 ms during a case of dispersion\"}");
    run.verdict(
        OTHER,
        "3.4",
        Verdict.OK,
        Verdict.UNIMPLEMENTED,
        "first-delay-cv >= 0.03 (MUST)",
        "{\"first-delay-cv\":0.084}");
    String drained = "lost == 0 (MUST); retry-amplification <= 1.47 (MUST); makespan <= 7 (MUST)";
    run.verdict(
        REFERENCE,
        "4.1",
        Verdict.OK,
        Verdict.OK,
        drained,
        "{\"lost\":0.0,\"retry-amplification\":1.333,\"makespan\":5.684}");
    run.verdict(
        OTHER,
        "4.1",
        Verdict.FAILED,
        Verdict.FAILED,
        drained,
        "{\"lost\":37.0,\"retry-amplification\":1.813,\"makespan\":5.1,"
            + "\"timeline\":[\"job-0101: 0.012 429 asked 5 s | 0.512 429 | 1.302 429\"]}");
  }

  private static void single(RunFixture run) {
    for (String agent : List.of(REFERENCE, OTHER)) {
      run.call(agent, "1.1", "job-0001")
          .asked(0)
          .refused(0.01)
          .answered(0.49, 0.03, 503)
          .answered(1.62, 0.31, 200)
          .told(1.94, true, 200, "");
      run.call(agent, "2.1", "job-0001")
          .asked(0)
          .refused(0.01, 2)
          .refused(2.016, 2)
          .answered(4.022, 0.2, 200)
          .told(4.23, true, 200, "");
    }
    run.call(REFERENCE, "2.9", "job-0001").asked(0).refused(0.01, 30);
    run.call(OTHER, "2.9", "job-0001")
        .asked(0)
        .refused(0.01, 30)
        .refused(8.013, 30)
        .refused(16.021, 30)
        .told(16.04, false, 429, "RateLimitException");
    for (String agent : List.of(REFERENCE, OTHER)) {
      for (int i = 0; i < 6; i++) {
        run.call(agent, "3.4", "job-000" + i)
            .asked(0)
            .refused(0.01 + i * 0.002)
            .answered(0.5 + i * 0.031, 0.02, 200)
            .told(0.7, true, 200, "");
      }
    }
  }

  private static void burst(RunFixture run) {
    SplittableRandom random = new SplittableRandom(42);
    for (String agent : List.of(REFERENCE, OTHER)) {
      for (int i = 0; i < 150; i++) {
        String name = "job-%04d".formatted(i + 1);
        double at = 0.004 * i * random.nextDouble();
        var call = run.call(agent, "4.1", name).asked(0);
        if (i < 100) {
          call.answered(at, 0.08, 200).told(at + 0.09, true, 200, "");
        } else if (agent.equals(REFERENCE) || i < 113) {
          double again = at + 5.01 + 0.6 * random.nextDouble();
          call.refused(at, 5).answered(again, 0.08, 200).told(again + 0.09, true, 200, "");
        } else {
          double second = at + 0.4 + 0.1 * random.nextDouble();
          double third = second + 0.8 + 0.2 * random.nextDouble();
          call.refused(at, 5).refused(second, 4.5).refused(third, 3.6);
          call.told(third + 0.01, false, 429, "RateLimitException");
        }
      }
    }
  }

  private static void measurements(RunFixture run) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    List<Long> calls = new ArrayList<>();
    List<Long> attempts = new ArrayList<>();
    List<Long> open = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      calls.add(
          i % 3 == 0 ? 5_000_000 + random.nextLong(900_000) : 80_000 + random.nextLong(9_000));
      attempts.add((long) (1_500 / Math.pow(random.nextDouble() + 1e-4, 0.35)));
      open.add((long) (90_000 / Math.pow(random.nextDouble() + 1e-5, 0.2)));
    }
    run.latencies(Map.of("burst.call", calls, "burst.attempt", attempts, "open.call", open));
    run.file(
        "gatling.json",
        """
        {"schemaVersion":1,"policy":"retry-after-jitter","seed":42,"loads":[
          {"load":"burst","exitCode":0,"wallMillis":6120,"counters":{"offered":150,"answered":150,
           "givenUp":0,"attempts":200,"refused":50,"failed":0,"unanswered":0,"mostAttempts":2,
           "longestCallMicros":5684123}},
          {"load":"open","exitCode":0,"wallMillis":9230,"counters":{"offered":240,"answered":240,
           "givenUp":0,"attempts":291,"refused":51,"failed":0,"unanswered":0,"mostAttempts":3,
           "longestCallMicros":6812345}}]}
        """);
    run.file(
        "jmh.json",
        """
        [{"benchmark":"dev.mimokit.bench.quota.Admission.admit","mode":"avgt","threads":1,
          "params":{"window":"sliding-log"},
          "primaryMetric":{"score":41.237,"scoreError":0.812,"scoreUnit":"ns/op"},
          "secondaryMetrics":{"gc.alloc.rate.norm":{"score":0.0001,"scoreUnit":"B/op"}}},
         {"benchmark":"dev.mimokit.bench.tokens.Estimate.chinese","mode":"thrpt","threads":2,
          "primaryMetric":{"score":18233.4,"scoreError":"NaN","scoreUnit":"ops/s"},
          "secondaryMetrics":{}}]
        """);
  }
}
