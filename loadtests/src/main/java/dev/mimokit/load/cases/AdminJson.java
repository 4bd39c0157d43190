package dev.mimokit.load.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.core.conformance.Fault;
import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.conformance.Reply;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.conformance.Step;
import java.util.List;

/** Scripts and phases in the words of the mock's admin address. Pure. */
public final class AdminJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALL = 100;

  private AdminJson() {}

  /** The body of {@code POST scripts}. */
  public static String script(String account, ServerScript script) {
    ObjectNode body = JSON.createObjectNode();
    body.put("account", account);
    ArrayNode variants = body.putArray("variants");
    for (List<Step> steps : script.variants()) {
      ArrayNode variant = variants.addArray();
      steps.forEach(step -> put(step, variant.addObject()));
    }
    body.put("then", script.repeatLast() ? "repeat" : "serve");
    return body.toString();
  }

  private static void put(Step step, ObjectNode node) {
    put(step.reply(), node);
    if (step.delayMillis() > 0) {
      node.put("delayMillis", step.delayMillis());
    }
    if (!step.faults().isEmpty()) {
      ArrayNode faults = node.putArray("faults");
      step.faults().forEach(fault -> put(fault, faults.addObject()));
    }
    put(step.reach(), node);
  }

  private static void put(Reply reply, ObjectNode node) {
    node.put("status", reply.status());
    if (!reply.error().isEmpty()) {
      node.put("error", reply.error());
    }
    if (!reply.retryAfter().isEmpty()) {
      node.put("retryAfter", reply.retryAfter());
    }
    reply.retryAfterDateSeconds().ifPresent(value -> node.put("retryAfterDateSeconds", value));
    reply.dateSkewSeconds().ifPresent(value -> node.put("dateSkewSeconds", value));
    if (!reply.headers().isEmpty()) {
      ObjectNode headers = node.putObject("headers");
      reply
          .headers()
          .forEach(
              (name, values) -> {
                ArrayNode list = headers.putArray(name);
                values.forEach(list::add);
              });
    }
    reply
        .body()
        .ifPresent(body -> node.put("body", body.text()).put("contentType", body.contentType()));
  }

  private static void put(Fault fault, ObjectNode node) {
    switch (fault.kind()) {
      case RESET, CLOSE -> node.put("fault", "drop").put("how", fault.kind().id());
      case STALL, SLOW -> node.put("fault", fault.kind().id()).put("millis", fault.millis());
      case TRUNCATE -> node.put("fault", fault.kind().id());
      case ERROR_EVENT -> node.put("fault", fault.kind().id()).put("data", fault.text());
      case GARBAGE -> node.put("fault", fault.kind().id()).put("text", fault.text());
    }
    if (!fault.phase().isEmpty()) {
      node.put("phase", fault.phase());
    }
    fault.afterEvents().ifPresent(after -> node.put("afterEvents", after));
  }

  private static void put(Step.Reach reach, ObjectNode node) {
    if (reach.forMillis() > 0) {
      node.put("forMillis", reach.forMillis());
    } else {
      node.put("times", reach.times());
    }
    if (reach.percent() < ALL) {
      node.put("percent", reach.percent());
    }
  }

  /** The body of {@code POST accounts/{id}/restore} for the window of {@code model}. */
  public static String restore(String model, Phase phase) {
    ObjectNode body = JSON.createObjectNode();
    body.put("profile", phase.profile());
    body.put("retryAfter", phase.sendRetryAfter() ? "seconds" : "none");
    body.put("model", model);
    body.put("windowAgeMillis", phase.windowAgeMillis());
    ArrayNode charges = body.putArray("charges");
    Phase.Used used = phase.used();
    if (used.requests() > 0) {
      charges
          .addObject()
          .put("ageMillis", phase.windowAgeMillis())
          .put("requests", used.requests())
          .put("tokens", used.tokens());
    }
    Phase.Limits limits = phase.limits();
    if (limits.requestsPerMinute().isPresent() || limits.concurrency().isPresent()) {
      ObjectNode quota = body.putObject("quota");
      limits.requestsPerMinute().ifPresent(most -> quota.put("requestsPerMinute", most));
      limits.concurrency().ifPresent(most -> quota.put("concurrency", most));
    }
    return body.toString();
  }
}
