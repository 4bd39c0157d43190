package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes up numbers: the prompt's if one fits, else one that looks right for the name.
 *
 * @param likely whether numbers should look right; if not, fractions are as good
 */
record Numbers(Prompt prompt, SplittableRandom random, boolean likely) {

  private static final BigDecimal SPREAD = BigDecimal.valueOf(100);
  private static final int FINEST = 6;

  JsonNode number(JsonNode keywords, String name, boolean whole) {
    Bounds bounds = Bounds.of(keywords);
    Optional<BigDecimal> step = step(keywords, whole);
    if (!likely && !whole && step.isEmpty()) {
      return Decimals.node(any(bounds));
    }
    return Decimals.node(
        prompt
            .after(name)
            .flatMap(Numbers::parsed)
            .filter(number -> fits(number, bounds, step))
            .or(() -> prompt.number(number -> fits(number, bounds, step)))
            .or(() -> usual(name, whole).filter(number -> fits(number, bounds, step)))
            .orElseGet(
                () -> step.map(each -> multiple(each, bounds)).orElseGet(() -> any(bounds))));
  }

  private static boolean fits(BigDecimal number, Bounds bounds, Optional<BigDecimal> step) {
    return bounds.contain(number)
        && step.map(each -> Decimals.isMultiple(number, each)).orElse(true);
  }

  private static Optional<BigDecimal> step(JsonNode keywords, boolean whole) {
    Optional<BigDecimal> step =
        Decimals.of(keywords.path("multipleOf")).filter(each -> each.signum() > 0);
    return whole
        ? Optional.of(
            step.map(each -> Decimals.commonMultiple(each, BigDecimal.ONE)).orElse(BigDecimal.ONE))
        : step;
  }

  private static Optional<BigDecimal> parsed(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** What a number of this name often is. */
  private Optional<BigDecimal> usual(String name, boolean whole) {
    PropertyName words = PropertyName.of(name);
    if (words.hasAny("year")) {
      return between(2020, 2026);
    }
    if (words.hasAny("age")) {
      return between(18, 80);
    }
    if (words.hasAny("count limit quantity num max size page days guests people top n k")) {
      return between(1, 10);
    }
    if (words.hasAny("price amount cost total") && !whole) {
      return between(500, 9999).map(cents -> cents.movePointLeft(2));
    }
    if (words.hasAny("confidence score probability ratio") && !whole) {
      return between(50, 99).map(hundredths -> hundredths.movePointLeft(2));
    }
    return between(1, 100);
  }

  private Optional<BigDecimal> between(int low, int high) {
    return Optional.of(BigDecimal.valueOf(random.nextInt(low, high + 1)));
  }

  /** A multiple of the step inside the bounds; the nearest one when there is none. */
  private BigDecimal multiple(BigDecimal step, Bounds bounds) {
    BigInteger most = times(step, high(bounds, step.multiply(SPREAD)), RoundingMode.FLOOR);
    BigInteger least = times(step, low(bounds, step.multiply(SPREAD)), RoundingMode.CEILING);
    if (bounds.lowIsOut() && isBound(step, least, bounds.low())) {
      least = least.add(BigInteger.ONE);
    }
    if (bounds.highIsOut() && isBound(step, most, bounds.high())) {
      most = most.subtract(BigInteger.ONE);
    }
    BigInteger count = most.subtract(least).min(BigInteger.valueOf(1_000)).max(BigInteger.ZERO);
    long beyond = random.nextInt(count.intValue() + 1);
    return step.multiply(new BigDecimal(least.add(BigInteger.valueOf(beyond))));
  }

  private static BigInteger times(BigDecimal step, BigDecimal bound, RoundingMode rounding) {
    return bound.divide(step, 0, rounding).toBigInteger();
  }

  private static boolean isBound(BigDecimal step, BigInteger times, Optional<BigDecimal> bound) {
    return bound
        .map(each -> step.multiply(new BigDecimal(times)).compareTo(each) == 0)
        .orElse(false);
  }

  /** A number inside the bounds, with few decimals when that is possible. */
  private BigDecimal any(Bounds bounds) {
    BigDecimal low = low(bounds, SPREAD);
    BigDecimal width = high(bounds, SPREAD).subtract(low);
    BigDecimal number =
        low.add(width.multiply(BigDecimal.valueOf(random.nextInt(4) * 250L + 125, 3)));
    for (int decimals = 1; decimals <= FINEST; decimals++) {
      BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN);
      if (bounds.contain(rounded)) {
        return rounded;
      }
    }
    return bounds.contain(number) ? number : low;
  }

  private static BigDecimal low(Bounds bounds, BigDecimal spread) {
    return bounds
        .low()
        .or(() -> bounds.high().map(high -> high.subtract(spread)))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal high(Bounds bounds, BigDecimal spread) {
    return bounds.high().orElseGet(() -> low(bounds, spread).add(spread));
  }
}
