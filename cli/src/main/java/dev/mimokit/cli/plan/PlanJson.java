package dev.mimokit.cli.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.plan.Answer;
import dev.mimokit.core.plan.Binding;
import dev.mimokit.core.plan.Bound;
import dev.mimokit.core.plan.Estimate;
import dev.mimokit.core.plan.Slo;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.Cause;
import dev.mimokit.core.sim.Measured.MinuteUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Answers in the form of {@code plan.json}; {@code schemaVersion} 1. */
final class PlanJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Enough for a curve on a screen. */
  private static final int MOST_POINTS = 1_000;

  private static final double[] PERCENTILES = {
    0, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97, 98, 99, 99.5, 99.9, 99.99, 100
  };

  private final Question question;
  private final Optional<Cost> cost;

  PlanJson(Question question) {
    this.question = question;
    this.cost = Cost.of(question.model(), question.scenario().demand());
  }

  /** All answers, what they rest on, and what must be said. */
  ObjectNode of(String command, List<PlanAnswer> answers) {
    ObjectNode plan = MAPPER.createObjectNode().put("schemaVersion", 1).put("command", command);
    plan.put("model", question.model().id()).put("revision", question.revision());
    plan.put("seed", question.scenario().extent().seed());
    plan.put("replications", question.scenario().extent().replications());
    question.slo().ifPresent(slo -> plan.put("slo", slo.text()));
    ArrayNode all = plan.putArray("answers");
    answers.forEach(one -> all.add(answer(one)));
    ArrayNode assumptions = plan.putArray("assumptions");
    assumptions().forEach(assumptions::add);
    return plan.put("keys", Answer.KEYS);
  }

  List<String> assumptions() {
    List<String> lines = new java.util.ArrayList<>(question.assumptions());
    cost.ifPresent(
        one ->
            lines.add(
                "cost: in %s, every prompt token a cache miss (%s)"
                    .formatted(one.currency(), one.source())));
    lines.add(Answer.KEYS);
    return lines;
  }

  /** The figures of one answer. */
  Map<String, Estimate> figures(Answer answer) {
    return Figures.of(answer, cost);
  }

  private ObjectNode answer(PlanAnswer one) {
    Answer answer = one.answer();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("window", answer.hypothesis().name());
    node.put("quotaUnits", answer.scenario().supply().units());
    if (!one.labels().isEmpty()) {
      ObjectNode labels = node.putObject("point");
      one.labels().forEach(labels::put);
    }
    ObjectNode intervals = MAPPER.createObjectNode();
    figures(answer)
        .forEach(
            (name, figure) -> {
              number(node, name, figure.mean());
              if (figure.known()) {
                number(intervals.putArray(name), figure.low(), figure.high());
              }
            });
    number(node, "drainBoundSeconds", answer.drain().seconds());
    cost.ifPresent(known -> node.put("currency", known.currency()));
    binding(node, answer.binding());
    minutes(node, answer);
    curve(node.putArray("waitByPercentile"), answer.waits());
    question.slo().ifPresent(slo -> node.set("slo", slo(slo, answer)));
    one.below().ifPresent(fewer -> node.set("oneUnitLess", below(fewer)));
    node.set("interval95", intervals);
    return node;
  }

  private static void binding(ObjectNode node, Binding binding) {
    node.put("bindingLimit", binding.limit().map(Limit::name).orElse("NONE"));
    shares(node.putObject("refusalShares"), binding.refusalShares());
    shares(node.putObject("waitShares"), binding.waitShares());
    ObjectNode without = node.putObject("without");
    for (Limit limit : Limit.values()) {
      Binding.Removed removed = binding.removed().get(limit);
      if (removed != null) {
        ObjectNode one = without.putObject(limit.name());
        number(one, "relief", removed.relief());
        number(one, "p99WaitSeconds", removed.waitP99Seconds().mean());
        number(one, "meanWaitSeconds", removed.meanWaitSeconds().mean());
        number(one, "first429Share", removed.firstRefusedShare().mean());
        number(one, "givenUpShare", removed.givenUpShare().mean());
      }
    }
  }

  private static void shares(ObjectNode node, Map<Cause, Double> shares) {
    for (Cause cause : Cause.values()) {
      number(node, cause.name(), shares.getOrDefault(cause, 0.0));
    }
  }

  /** Of the first replication: the most of the minutes that share a point. */
  private static void minutes(ObjectNode node, Answer answer) {
    List<MinuteUse> minutes = answer.replications().get(0).minutes();
    int each = Math.max(1, (minutes.size() + MOST_POINTS - 1) / MOST_POINTS);
    Quota quota = answer.scenario().supply().quota();
    int units = answer.scenario().supply().units();
    ObjectNode use = node.putObject("minutes").put("minutesPerPoint", each);
    use.put("requestLimit", (long) quota.requests() * units);
    if (quota.tokens() != Long.MAX_VALUE) {
      use.put("tokenLimit", quota.tokens() * units);
    }
    ArrayNode requests = use.putArray("requests");
    ArrayNode tokens = use.putArray("tokens");
    for (int from = 0; from < minutes.size(); from += each) {
      List<MinuteUse> shared = minutes.subList(from, Math.min(minutes.size(), from + each));
      requests.add(shared.stream().mapToLong(MinuteUse::requests).max().orElse(0));
      tokens.add(shared.stream().mapToLong(MinuteUse::tokens).max().orElse(0));
    }
    quotaUse(use, minutes, quota, units);
  }

  private static void quotaUse(ObjectNode use, List<MinuteUse> minutes, Quota quota, int units) {
    double requests = minutes.stream().mapToLong(MinuteUse::requests).average().orElse(0);
    double tokens = minutes.stream().mapToLong(MinuteUse::tokens).average().orElse(0);
    number(use, "meanRequestUse", requests / quota.requests() / units);
    number(use, "meanTokenUse", tokens / quota.tokens() / units);
    use.put("peakRequests", minutes.stream().mapToLong(MinuteUse::requests).max().orElse(0));
    use.put("peakTokens", minutes.stream().mapToLong(MinuteUse::tokens).max().orElse(0));
  }

  private static void curve(ArrayNode curve, Histogram waits) {
    for (double percentile : PERCENTILES) {
      number(
          curve.addArray(),
          percentile,
          waits.getTotalCount() == 0 ? 0 : waits.getValueAtPercentile(percentile) / 1e6);
    }
  }

  private static ObjectNode slo(Slo slo, Answer answer) {
    ObjectNode node = MAPPER.createObjectNode().put("text", slo.text());
    node.put("met", slo.metBy(answer));
    ArrayNode missed = node.putArray("missed");
    slo.missed(measure -> measure.of(answer)).stream().map(Bound::text).forEach(missed::add);
    return node;
  }

  private ObjectNode below(Answer fewer) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("quotaUnits", fewer.scenario().supply().units());
    number(node, "p99WaitSeconds", fewer.waitSeconds(99).mean());
    number(node, "maxWaitSeconds", fewer.waitSeconds(100).mean());
    question.slo().ifPresent(slo -> node.set("slo", slo(slo, fewer)));
    return node;
  }

  /** Whole numbers without a fraction; what is no number is null. */
  private static void number(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      node.put(name, (long) value);
    } else if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  private static void number(ArrayNode node, double... values) {
    for (double value : values) {
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        node.add((long) value);
      } else {
        node.add(value);
      }
    }
  }
}
