package dev.mimokit.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.report.read.Figure;

/** A comparison in machine-readable forms. */
public final class ContrastJson {

  private static final int SCHEMA_VERSION = 1;

  private ContrastJson() {}

  /** The whole comparison, with {@code schemaVersion} 1. */
  public static JsonNode of(Contrast contrast, boolean anyway) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("base", contrast.base());
    root.put("head", contrast.head());
    ArrayNode obstacles = root.putArray("notComparable");
    contrast.obstacles().forEach(obstacles::add);
    ArrayNode changes = root.putArray("changes");
    contrast.changes().forEach(change -> put(change, changes.addObject()));
    ArrayNode gone = root.putArray("onlyInBase");
    contrast.onlyBase().forEach(gone::add);
    ArrayNode added = root.putArray("onlyInHead");
    contrast.onlyHead().forEach(added::add);
    root.put("exit", contrast.exit(anyway));
    return root;
  }

  private static void put(Change change, ObjectNode node) {
    node.put("name", change.name());
    node.put("unit", change.figure().unit());
    node.put("kind", change.kind().word());
    node.put("base", change.base());
    node.put("head", change.head());
    if (Double.isFinite(change.ratio())) {
      node.put("ratio", change.ratio());
    }
    change
        .effect()
        .ifPresent(
            effect -> {
              node.putObject("interval95").put("low", effect.low()).put("high", effect.high());
              node.put("p", effect.p());
            });
    if (!change.why().isEmpty()) {
      node.put("why", change.why());
    }
  }

  /**
   * The head's figures as dashboards read them ({@code customSmallerIsBetter} of
   * github-action-benchmark): a list of name, unit and value. What is better when it is bigger
   * stands as its reciprocal.
   */
  public static JsonNode smallerIsBetter(Contrast contrast) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Change change : contrast.changes()) {
      boolean bigger = change.figure().better().filter(b -> b == Figure.Better.BIGGER).isPresent();
      double value = bigger ? 1 / change.head() : change.head();
      if (Double.isFinite(value)) {
        String unit = change.figure().unit();
        list.addObject()
            .put("name", change.name())
            .put("unit", bigger ? "1/(" + unit + ")" : unit)
            .put("value", value)
            .put("extra", change.kind().word() + ", base " + Shown.number(change.base()));
      }
    }
    return list;
  }
}
