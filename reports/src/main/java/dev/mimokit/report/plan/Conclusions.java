package dev.mimokit.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the figures say, in sentences. */
final class Conclusions {

  /** A workload that takes longer than this many bounds is held up by its arrivals. */
  private static final double MOST_BOUNDS = 3;

  private Conclusions() {}

  /** One or more sentences for each answer. */
  static List<String> of(JsonNode plan) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : plan.path("answers")) {
      lines.add(name(one) + ": " + sized(one) + binds(one) + counterfactual(one) + drain(one));
    }
    return lines;
  }

  private static String name(JsonNode one) {
    StringBuilder name = new StringBuilder();
    for (Map.Entry<String, JsonNode> label : one.path("point").properties()) {
      name.append(label.getKey()).append(' ').append(label.getValue().asText()).append(", ");
    }
    return name + one.path("window").asText();
  }

  private static String sized(JsonNode one) {
    if (!one.has("slo")) {
      return "";
    }
    boolean met = one.path("slo").path("met").asBoolean();
    String units = one.path("quotaUnits").asText() + units(one.path("quotaUnits").asInt());
    String text = one.path("slo").path("text").asText();
    String sentence = units + (met ? " meet " : " do not meet ") + text;
    JsonNode less = one.path("oneUnitLess");
    return less.isMissingNode()
        ? sentence + ". "
        : sentence
            + "; "
            + less.path("quotaUnits").asText()
            + " do not (p99 wait "
            + Numbers.seconds(less.path("p99WaitSeconds"))
            + "). ";
  }

  private static String units(int units) {
    return units == 1 ? " quota unit" : " quota units";
  }

  private static String binds(JsonNode one) {
    String limit = one.path("bindingLimit").asText();
    if (limit.equals("NONE")) {
      return "No limit binds.";
    }
    StringBuilder shares = new StringBuilder();
    for (Map.Entry<String, JsonNode> share : one.path("refusalShares").properties()) {
      if (share.getValue().asDouble() > 0) {
        shares
            .append(shares.length() == 0 ? " (refusals: " : ", ")
            .append(share.getKey())
            .append(' ')
            .append(Numbers.percent(share.getValue()));
      }
    }
    return limit + " binds" + (shares.length() == 0 ? "" : shares + ")") + ".";
  }

  private static String counterfactual(JsonNode one) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> removed : one.path("without").properties()) {
      if (removed.getValue().path("relief").asDouble() > 0.005) {
        text.append(without(one, removed.getKey(), removed.getValue()));
      }
    }
    return text.toString();
  }

  private static String without(JsonNode one, String limit, JsonNode removed) {
    String waits =
        String.format(
            Locale.ROOT,
            " Without %s the mean wait is %s instead of %s",
            limit,
            Numbers.seconds(removed.path("meanWaitSeconds")),
            Numbers.seconds(one.path("meanWaitSeconds")));
    boolean refusing = one.path("first429Share").asDouble() > 0;
    return refusing
        ? String.format(
            Locale.ROOT,
            "%s, and %s of first attempts are refused instead of %s.",
            waits,
            Numbers.percent(removed.path("first429Share")),
            Numbers.percent(one.path("first429Share")))
        : waits + ".";
  }

  private static String drain(JsonNode one) {
    double bound = one.path("drainBoundSeconds").asDouble();
    boolean telling = bound > 0 && one.path("drainSeconds").asDouble() <= MOST_BOUNDS * bound;
    return !telling
        ? ""
        : String.format(
            Locale.ROOT,
            " Last admission after %s; had all come at once, none could be faster than %s.",
            Numbers.seconds(one.path("drainSeconds")),
            Numbers.seconds(bound));
  }
}
