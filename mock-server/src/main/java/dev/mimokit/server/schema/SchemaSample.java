package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.mimokit.server.schema.Sampler.Extent;
import java.util.List;

/**
 * Makes up a value that fits a JSON schema, as the arguments of a function call must.
 *
 * <p>Where a value can be taken from the prompt – a quoted text, a number, a city, an address, a
 * word that a list or a pattern allows – it is. The same schema, seed and prompt always give the
 * same value. No schema makes it fail: a contradictory one gets a value that does not fit, an
 * endless one is cut with null, a vast one ends at 2,000 values and 100,000 characters.
 *
 * <p>Understood: {@code type} (also lists), {@code enum, const, default, examples}, objects ({@code
 * properties, required, additionalProperties, patternProperties, propertyNames, dependentRequired},
 * sizes), arrays ({@code items, prefixItems, contains, uniqueItems}, sizes), bounds and {@code
 * multipleOf}, lengths, {@code format}, simple {@code pattern}s, {@code allOf, anyOf, oneOf, not,
 * if}, and {@code $ref} inside the schema. {@code not} and {@code if} are only checked.
 */
public final class SchemaSample {

  private static final int ATTEMPTS = 9;
  private static final List<Extent> EXTENTS = List.of(Extent.USUAL, Extent.LEAST, Extent.ALL);

  private SchemaSample() {}

  /** The value; an empty object when the schema says nothing at all. Thread-safe. */
  public static JsonNode of(JsonNode schema, long seed, String prompt) {
    if (!schema.isObject() || schema.isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    References references = new References(schema);
    Budget budget = new Budget();
    JsonNode first = NullNode.instance;
    for (int i = 0; i < ATTEMPTS && budget.hasSteps(); i++) {
      budget.restart();
      Sampler sampler =
          new Sampler(references, budget, new Prompt(prompt), seed(seed, prompt, i), extent(i));
      JsonNode value = sampler.value(schema, "", 0);
      if (budget.left().values() == 0 || new Fit(references, budget).of(schema, value)) {
        return value;
      }
      first = i == 0 ? value : first;
    }
    return first;
  }

  /** What was left open may be why an attempt did not fit: less is tried, then all. */
  private static Extent extent(int attempt) {
    return EXTENTS.get(attempt % EXTENTS.size());
  }

  private static long seed(long seed, String prompt, int attempt) {
    return (seed * 31 + prompt.hashCode()) * 0x9E3779B97F4A7C15L + attempt;
  }
}
