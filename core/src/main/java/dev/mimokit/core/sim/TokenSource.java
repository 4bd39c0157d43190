package dev.mimokit.core.sim;

/** Draws one number of tokens. */
interface TokenSource {

  long next(Draws draws);

  static TokenSource of(Tokens tokens) {
    if (tokens instanceof Tokens.Lognormal law) {
      return draws -> lognormal(law, draws);
    }
    if (tokens instanceof Tokens.Empirical seen) {
      long[] values = seen.values().stream().mapToLong(Long::longValue).toArray();
      return draws -> values[draws.below(values.length)];
    }
    long count = ((Tokens.Constant) tokens).count();
    return draws -> count;
  }

  private static long lognormal(Tokens.Lognormal law, Draws draws) {
    double value = law.median() * StrictMath.exp(law.sigma() * draws.normal());
    return Math.max(1, Math.min(law.most(), Math.round(value)));
  }
}
