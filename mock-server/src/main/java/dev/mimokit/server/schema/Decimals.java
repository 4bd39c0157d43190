package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers between JSON and exact arithmetic. */
final class Decimals {

  /** Larger or finer numbers are not calculated with: 10 to this power and its inverse. */
  private static final int LARGEST_POWER = 400;

  private static final int MOST_MULTIPLES = 1_000;

  private Decimals() {}

  /** The number, when the node is one that can be calculated with. */
  static Optional<BigDecimal> of(JsonNode node) {
    if (!node.isNumber()
        || ((node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue()))) {
      return Optional.empty();
    }
    BigDecimal number = node.decimalValue();
    boolean usual =
        Math.abs((long) number.scale()) <= LARGEST_POWER && number.precision() <= LARGEST_POWER;
    return usual ? Optional.of(number) : Optional.empty();
  }

  /** A number of things, from 0 to the largest int. */
  static int size(JsonNode node, int otherwise) {
    return node.isNumber()
        ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, node.doubleValue()))
        : otherwise;
  }

  /** Without a fraction when it has none. */
  static JsonNode node(BigDecimal number) {
    if (!isWhole(number)) {
      return DecimalNode.valueOf(number.stripTrailingZeros());
    }
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() < Long.SIZE
        ? LongNode.valueOf(whole.longValue())
        : BigIntegerNode.valueOf(whole);
  }

  /** The same for numbers that are the same, as 1 and 1.0; what is no number as it is. */
  static JsonNode plain(JsonNode node) {
    return of(node).map(Decimals::node).orElse(node);
  }

  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static boolean isMultiple(BigDecimal number, BigDecimal step) {
    return step.signum() <= 0 || number.remainder(step).signum() == 0;
  }

  /** The smallest multiple of one, up to a thousand times it, that is one of the other too. */
  static BigDecimal commonMultiple(BigDecimal one, BigDecimal other) {
    BigDecimal multiple = one;
    for (int i = 0; i < MOST_MULTIPLES && !isMultiple(multiple, other); i++) {
      multiple = multiple.add(one);
    }
    return multiple;
  }
}
