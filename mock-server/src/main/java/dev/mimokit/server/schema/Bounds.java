package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between which numbers a number must lie.
 *
 * @param lowIsOut whether the lowest itself is too low
 * @param highIsOut whether the highest itself is too high
 */
record Bounds(
    Optional<BigDecimal> low, boolean lowIsOut, Optional<BigDecimal> high, boolean highIsOut) {

  /** Of a schema; {@code exclusiveMinimum: true}, as draft 4 has it, is understood too. */
  static Bounds of(JsonNode schema) {
    Optional<BigDecimal> low = Decimals.of(schema.path("minimum"));
    Optional<BigDecimal> above = Decimals.of(schema.path("exclusiveMinimum"));
    Optional<BigDecimal> high = Decimals.of(schema.path("maximum"));
    Optional<BigDecimal> below = Decimals.of(schema.path("exclusiveMaximum"));
    boolean lowIsOut =
        schema.path("exclusiveMinimum").booleanValue()
            || (above.isPresent() && (low.isEmpty() || above.get().compareTo(low.get()) >= 0));
    boolean highIsOut =
        schema.path("exclusiveMaximum").booleanValue()
            || (below.isPresent() && (high.isEmpty() || below.get().compareTo(high.get()) <= 0));
    return new Bounds(
        lowIsOut ? above.or(() -> low) : low,
        lowIsOut,
        highIsOut ? below.or(() -> high) : high,
        highIsOut);
  }

  boolean contain(BigDecimal number) {
    return low.map(bound -> number.compareTo(bound) >= (lowIsOut ? 1 : 0)).orElse(true)
        && high.map(bound -> number.compareTo(bound) <= (highIsOut ? -1 : 0)).orElse(true);
  }
}
