package dev.mimokit.cli.plan;

import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Tokens;
import dev.mimokit.core.sim.Trace;
import dev.mimokit.core.sim.Workload;
import java.util.function.ToDoubleFunction;

/** Mean tokens of a call; of a lognormal law without its cut. */
record MeanTokens(double prompt, double output) {

  static MeanTokens of(Demand demand) {
    if (demand.workload() instanceof Workload.Traced traced) {
      return traced(traced.trace());
    }
    return new MeanTokens(
        weighted(demand, one -> mean(one.prompt())),
        weighted(
            demand,
            one -> Math.min(mean(one.output()), (double) one.maxOutput().orElse(Tokens.MOST))));
  }

  private static MeanTokens traced(Trace trace) {
    double prompt = 0;
    double output = 0;
    for (int row = 0; row < trace.size(); row++) {
      prompt += trace.promptTokens(row);
      output += trace.outputTokens(row);
    }
    return new MeanTokens(prompt / trace.size(), output / trace.size());
  }

  private static double weighted(Demand demand, ToDoubleFunction<RequestClass> mean) {
    double weights = demand.classes().stream().mapToDouble(RequestClass::weight).sum();
    return demand.classes().stream().mapToDouble(c -> c.weight() * mean.applyAsDouble(c)).sum()
        / weights;
  }

  private static double mean(Tokens tokens) {
    if (tokens instanceof Tokens.Constant constant) {
      return constant.count();
    }
    if (tokens instanceof Tokens.Lognormal law) {
      return Math.min((double) law.most(), law.median() * Math.exp(law.sigma() * law.sigma() / 2));
    }
    return ((Tokens.Empirical) tokens).values().stream().mapToLong(v -> v).average().orElse(0);
  }
}
