package dev.mimokit.core.quota;

import java.math.BigInteger;

/** Exactly {@code part / of} of a whole, rounded: the product may be wider than a long. */
final class Share {

  private Share() {}

  /** Rounded down; no argument negative, {@code of} positive, the result a long. */
  static long floor(long whole, long part, long of) {
    if (Math.multiplyHigh(whole, part) == 0) {
      return Long.divideUnsigned(whole * part, of);
    }
    return wide(whole, part).divide(BigInteger.valueOf(of)).longValueExact();
  }

  /** Rounded up; no argument negative, {@code of} positive, the result a long. */
  static long ceil(long whole, long part, long of) {
    if (whole == 0) {
      return 0;
    }
    if (Math.multiplyHigh(whole, part) == 0 && whole * part >= 0) {
      long product = whole * part;
      return product / of + (product % of == 0 ? 0 : 1);
    }
    BigInteger[] parts = wide(whole, part).divideAndRemainder(BigInteger.valueOf(of));
    return parts[0].longValueExact() + parts[1].signum();
  }

  private static BigInteger wide(long whole, long part) {
    return BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part));
  }
}
