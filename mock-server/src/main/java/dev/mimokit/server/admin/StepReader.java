package dev.mimokit.server.admin;

import dev.mimokit.server.script.Extent;
import dev.mimokit.server.script.Fault;
import dev.mimokit.server.script.HeaderLine;
import dev.mimokit.server.script.Phase;
import dev.mimokit.server.script.ScriptedAnswer;
import dev.mimokit.server.script.ScriptedBody;
import dev.mimokit.server.script.ScriptedHeaders;
import dev.mimokit.server.script.Step;
import dev.mimokit.server.script.Strike;
import dev.mimokit.server.wire.PlatformErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one step of a script. */
final class StepReader {

  /** The longest delay a script can ask for. */
  static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

  private static final long MOST_SECONDS = Duration.ofDays(36_500).toSeconds();
  private static final long ALL = 100;

  private StepReader() {}

  static Step read(AdminBody body) {
    body.only(
        "status",
        "retryAfter",
        "retryAfterDateSeconds",
        "dateSkewSeconds",
        "error",
        "headers",
        "body",
        "contentType",
        "delayMillis",
        "faults",
        "times",
        "forMillis",
        "percent");
    try {
      return new Step(
          answer(body),
          strikes(body),
          extent(body),
          (int) body.whole("percent", 1, ALL).orElse(ALL));
    } catch (IllegalArgumentException e) {
      throw AdminException.bad(body.path() + ": " + e.getMessage());
    }
  }

  /** The error of that name must exist. */
  static Optional<String> error(AdminBody body) {
    Optional<String> error = body.optionalText("error");
    if (error.isPresent() && PlatformErrors.named(error.get()).isEmpty()) {
      throw AdminException.bad(
          "unknown error '" + error.get() + "', expected one of " + PlatformErrors.names());
    }
    return error;
  }

  private static ScriptedAnswer answer(AdminBody body) {
    OptionalLong status = body.whole("status", 200, 599);
    if (status.isEmpty() && !body.has("faults")) {
      throw AdminException.bad(body.path() + ": status is missing");
    }
    return new ScriptedAnswer((int) status.orElse(200), error(body), headers(body), raw(body));
  }

  private static Optional<ScriptedBody> raw(AdminBody body) {
    if (!body.has("body") && body.has("contentType")) {
      throw AdminException.bad(body.path() + ": contentType needs a body");
    }
    return body.optionalText("body")
        .map(
            text ->
                new ScriptedBody(
                    text, body.optionalText("contentType").orElse("application/json")));
  }

  private static ScriptedHeaders headers(AdminBody body) {
    List<HeaderLine> others = new ArrayList<>();
    body.texts("headers")
        .forEach((name, values) -> values.forEach(v -> others.add(new HeaderLine(name, v))));
    return new ScriptedHeaders(
        body.optionalText("retryAfter"),
        body.whole("retryAfterDateSeconds", -MOST_SECONDS, MOST_SECONDS),
        body.whole("dateSkewSeconds", -MOST_SECONDS, MOST_SECONDS),
        others);
  }

  private static List<Strike> strikes(AdminBody body) {
    List<Strike> strikes = new ArrayList<>();
    body.whole("delayMillis", 1, LONGEST_MILLIS)
        .ifPresent(
            millis ->
                strikes.add(new Strike(new Fault.Stall(millis * 1_000_000), Phase.BEFORE_HEADERS)));
    if (body.has("faults")) {
      body.objects("faults").forEach(fault -> strikes.add(FaultReader.read(fault)));
    }
    return strikes;
  }

  private static Extent extent(AdminBody body) {
    OptionalLong span = body.whole("forMillis", 1, LONGEST_MILLIS);
    if (span.isPresent() && body.has("times")) {
      throw AdminException.bad(body.path() + ": either times or forMillis, not both");
    }
    return span.isPresent()
        ? new Extent.Span(span.getAsLong() * 1_000_000)
        : new Extent.Attempts((int) body.whole("times", 1, Step.MOST).orElse(1));
  }
}
