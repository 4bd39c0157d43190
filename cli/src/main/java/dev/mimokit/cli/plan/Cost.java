package dev.mimokit.cli.plan;

import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.Price;
import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Trace;
import dev.mimokit.core.sim.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one call costs in the mean, where the catalogue knows prices by token; nothing is found in a
 * cache. The mean over a trace is exact, over classes it is drawn.
 *
 * @param perCall mean, in the currency
 */
record Cost(String currency, double perCall, String source) {

  private static final int DRAWS = 50_000;
  private static final double MILLION = 1e6;

  /** Of the demand, of one model. */
  static Optional<Cost> of(ModelSpec model, Demand demand) {
    if (model.price() instanceof Price.PerToken price) {
      double mean =
          demand.workload() instanceof Workload.Traced traced
              ? traced(traced.trace(), price)
              : drawn(demand.classes(), price);
      return Optional.of(new Cost(price.currency(), mean, price.source()));
    }
    return Optional.empty();
  }

  private static double traced(Trace trace, Price.PerToken price) {
    double sum = 0;
    for (int row = 0; row < trace.size(); row++) {
      sum += of(price, trace.promptTokens(row), trace.outputTokens(row));
    }
    return sum / trace.size();
  }

  private static double drawn(List<RequestClass> classes, Price.PerToken price) {
    SplittableRandom random = new SplittableRandom(1);
    double weights = classes.stream().mapToDouble(RequestClass::weight).sum();
    double mean = 0;
    for (RequestClass one : classes) {
      double sum = 0;
      for (int i = 0; i < DRAWS; i++) {
        long output = Math.min(draw(one.output(), random), one.maxOutput().orElse(Tokens.MOST));
        sum += of(price, draw(one.prompt(), random), output);
      }
      mean += one.weight() / weights * sum / DRAWS;
    }
    return mean;
  }

  private static long draw(Tokens tokens, SplittableRandom random) {
    if (tokens instanceof Tokens.Constant constant) {
      return constant.count();
    }
    if (tokens instanceof Tokens.Lognormal law) {
      double drawn = law.median() * Math.exp(law.sigma() * random.nextGaussian());
      return Math.max(1, Math.min(law.most(), Math.round(drawn)));
    }
    List<Long> values = ((Tokens.Empirical) tokens).values();
    return values.get(random.nextInt(values.size()));
  }

  private static double of(Price.PerToken price, long prompt, long output) {
    Price.Band band = price.band(prompt);
    return (prompt * band.cacheMiss() + output * band.output()) / MILLION;
  }
}
