package dev.mimokit.load.cases;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Criterion;
import dev.mimokit.core.conformance.Fault;
import dev.mimokit.core.conformance.Load;
import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.conformance.Reply;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.conformance.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue as a page for people, in Markdown. Pure: the same cases give the same page. */
public final class CasePage {

  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("1", "Status classification");
    GROUPS.put("2", "Retry-After");
    GROUPS.put("3", "Schedule without Retry-After");
    GROUPS.put("4", "Concurrency and quota");
    GROUPS.put("5", "Outage and recovery");
    GROUPS.put("6", "Transport");
    GROUPS.put("7", "Streaming");
    GROUPS.put("8", "Hints and giving up");
    GROUPS.put("9", "Integrity");
    GROUPS.put("10", "Habits of the platform");
  }

  private CasePage() {}

  /** The page of {@code cases}. */
  public static String of(List<Case> cases) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The cases

        Written by `./mimokit gate --list --markdown > docs/cases.md`; a test fails when the page is not that.

        Each case is data: %s cases, of which %s are in the short gate and %s in the nightly one only.
        The files are in [`loadtests/src/main/resources/dev/mimokit/load/cases`](../loadtests/src/main/resources/dev/mimokit/load/cases), beside the JSON Schema that describes them.
        A broken MUST fails a case, a broken SHOULD makes it NON-STRICT, a MAY is measured and not judged.
        *wire* is judged by what the server saw, *told* by what the client told its caller.
        Time is immediate, real (waits are waited for), phase (a true minute, entered late) or nightly; no clock is ever scaled.
        """
            .formatted(
                cases.size(),
                cases.stream().filter(Case::smoke).count(),
                cases.stream().filter(Case::nightly).count()));
    GROUPS.forEach(
        (group, title) -> {
          page.append("\n## ").append(group).append(" ").append(title).append("\n");
          cases.stream()
              .filter(one -> one.id().startsWith(group + "."))
              .forEach(one -> append(one, page));
        });
    return page.toString();
  }

  private static void append(Case one, StringBuilder page) {
    page.append("\n### ").append(one.id()).append(" ").append(one.title()).append("\n\n");
    page.append(escaped(one.rule())).append("\n\n");
    page.append("*Why:* ").append(escaped(one.reason())).append("\n\n");
    page.append("| | |\n|---|---|\n");
    row("severity", CaseCatalog.severity(one).name(), page);
    row("time", one.time().shown() + marks(one), page);
    one.sharesRunOf().ifPresent(other -> row("run", "that of " + other, page));
    if (one.sharesRunOf().isEmpty()) {
      row("load", load(one.load()), page);
      one.phase().ifPresent(phase -> row("limiter", phase(phase), page));
      row("server", script(one.script()), page);
    }
    for (Criterion criterion : one.criteria()) {
      String aspect = criterion.aspect().name().equals("BEHAVIOR") ? "wire" : "told";
      row(aspect, "`" + criterion.formula() + "`: " + criterion.reason(), page);
    }
  }

  private static String marks(Case one) {
    return (one.smoke() ? "; in the short gate" : "")
        + (one.nightly() ? "; in the nightly gate only" : "")
        + (one.solo() ? "; runs alone" : "");
  }

  private static void row(String name, String text, StringBuilder page) {
    page.append("| ").append(name).append(" | ").append(escaped(text)).append(" |\n");
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("&lt;=", "<=");
  }

  private static String load(Load load) {
    List<String> parts = new ArrayList<>();
    parts.add(load.calls() == 1 ? "one call" : load.calls() + " calls");
    if (load.keys() > 1) {
      parts.add("over " + load.keys() + " keys");
    }
    if (load.calls() > 1) {
      parts.add(
          load.spacingMillis() == 0 ? "at once" : "one each " + seconds(load.spacingMillis()));
    }
    if (load.stream()) {
      parts.add("as streams");
    }
    Load.Manner manner = load.manner();
    if (!manner.models().isEmpty()) {
      parts.add("in turn to " + String.join(" and ", manner.models()));
    }
    if (manner.firstPromptTokens() > 0) {
      parts.add("the first of about " + manner.firstPromptTokens() + " tokens");
    }
    if (manner.closedMillis() > 0) {
      parts.add("to a port that is closed for " + seconds(manner.closedMillis()));
    }
    if (manner.cancelMillis() > 0) {
      parts.add("cancelled after " + seconds(manner.cancelMillis()));
    }
    parts.add("deadline " + seconds(load.deadlineMillis()));
    parts.add("watched for at most " + seconds(load.observeMillis()));
    return String.join(", ", parts);
  }

  private static String phase(Phase phase) {
    List<String> parts = new ArrayList<>();
    parts.add("profile " + phase.profile());
    parts.add(phase.sendRetryAfter() ? "with Retry-After" : "without Retry-After");
    if (phase.windowAgeMillis() > 0) {
      parts.add("the minute " + seconds(phase.windowAgeMillis()) + " old");
    }
    if (phase.used().requests() > 0) {
      parts.add(phase.used().requests() + " requests used");
    }
    if (phase.used().tokens() > 0) {
      parts.add(phase.used().tokens() + " tokens used");
    }
    phase.limits().requestsPerMinute().ifPresent(most -> parts.add(most + " requests a minute"));
    phase.limits().concurrency().ifPresent(most -> parts.add(most + " at once"));
    return String.join(", ", parts);
  }

  private static String script(ServerScript script) {
    if (script.variants().isEmpty()) {
      return "as built in";
    }
    List<String> variants =
        script.variants().stream()
            .map(steps -> steps.stream().map(CasePage::step).collect(Collectors.joining(", then ")))
            .distinct()
            .toList();
    return String.join("; or ", variants)
        + (script.repeatLast() ? ", and so on" : ", then as built in")
        + (variants.size() > 1 ? " (in turn, by call)" : "");
  }

  private static String step(Step step) {
    List<String> parts = new ArrayList<>();
    parts.add(reply(step.reply()));
    if (step.delayMillis() > 0) {
      parts.add("after " + seconds(step.delayMillis()));
    }
    step.faults().forEach(fault -> parts.add(fault(fault)));
    Step.Reach reach = step.reach();
    if (reach.forMillis() > 0) {
      parts.add("for " + seconds(reach.forMillis()));
    }
    if (reach.percent() < 100) {
      parts.add("to " + reach.percent() + " %");
    }
    return String.join(" ", parts) + (reach.times() > 1 ? " × " + reach.times() : "");
  }

  private static String reply(Reply reply) {
    List<String> parts = new ArrayList<>();
    parts.add(Integer.toString(reply.status()));
    if (!reply.error().isEmpty()) {
      parts.add(reply.error());
    }
    if (!reply.retryAfter().isEmpty()) {
      parts.add("with Retry-After " + reply.retryAfter());
    }
    reply
        .retryAfterDateSeconds()
        .ifPresent(after -> parts.add("with Retry-After as the date in " + after + " s"));
    reply.dateSkewSeconds().ifPresent(skew -> parts.add("with Date off by " + skew + " s"));
    reply.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(h -> parts.add("with " + h.getKey() + " " + String.join(" and ", h.getValue())));
    reply
        .body()
        .ifPresent(
            body ->
                parts.add(
                    body.text().isEmpty()
                        ? "with an empty body"
                        : "with the body `" + body.text().replace("\n", " ") + "`"));
    return String.join(" ", parts);
  }

  private static String fault(Fault fault) {
    StringBuilder text = new StringBuilder(fault.kind().id());
    fault
        .afterEvents()
        .ifPresent(
            events ->
                text.append(
                    events < 0
                        ? " " + -events + " events before the end"
                        : "" + " after " + events + " events"));
    if (fault.millis() > 0) {
      text.append(" for ").append(seconds(fault.millis()));
    }
    if (!fault.phase().isEmpty()) {
      text.append(" ").append(fault.phase());
    }
    return text.toString();
  }

  private static String seconds(long millis) {
    return millis % 1_000 == 0
        ? millis / 1_000 + " s"
        : String.format(Locale.ROOT, "%.3f", millis / 1e3).replaceAll("0+$", "") + " s";
  }
}
