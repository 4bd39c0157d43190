package dev.mimokit.server.metrics;

import dev.mimokit.core.journal.Cause;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is counted for one model. Thread-safe; counting takes no lock. */
public final class ModelMeter {

  private static final int OK = 200;
  private static final double NANOS = 1e9;

  private final String model;
  private final Counter answers;
  private final CounterDataPoint requests;
  private final CounterDataPoint admitted;
  private final CounterDataPoint aborted;
  private final CounterDataPoint promptTokens;
  private final CounterDataPoint completionTokens;
  private final CounterDataPoint ok;
  private final DistributionDataPoint ttft;
  private final Map<Cause, CounterDataPoint> rejected = new EnumMap<>(Cause.class);

  ModelMeter(String model, Meters meters) {
    this.model = model;
    this.answers = meters.answers();
    this.requests = meters.requests().labelValues(model);
    this.admitted = meters.admitted().labelValues(model);
    this.aborted = meters.aborted().labelValues(model);
    this.promptTokens = meters.tokens().labelValues(model, "prompt");
    this.completionTokens = meters.tokens().labelValues(model, "completion");
    this.ok = answers.labelValues(model, Integer.toString(OK));
    this.ttft = meters.ttft().labelValues(model);
    for (Cause cause : Cause.values()) {
      rejected.put(cause, meters.rejected().labelValues(model, cause.name()));
    }
  }

  /** A request arrived, valid or not. */
  public void received() {
    requests.inc();
  }

  /** It got a permit. */
  public void admitted() {
    admitted.inc();
  }

  /** It got none; several causes of one refusal are counted each. */
  public void rejected(Set<Cause> causes) {
    causes.forEach(cause -> Objects.requireNonNull(rejected.get(cause)).inc());
  }

  /** An answer was sent; {@code status} is within 100..999. */
  public void answered(int status) {
    (status == OK ? ok : answers.labelValues(model, Integer.toString(status))).inc();
  }

  /** The first token of a stream was sent so long after the request. */
  public void firstToken(long nanos) {
    ttft.observe(nanos / NANOS);
  }

  /** A whole answer was sent. */
  public void completed(long prompt, long completion) {
    promptTokens.inc(prompt);
    completionTokens.inc(completion);
  }

  /** An answer was broken off. */
  public void aborted() {
    aborted.inc();
  }
}
