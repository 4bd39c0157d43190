package dev.mimokit.server.metrics;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.ModelSpec;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The counters of one server. The only labels are models of the catalogue (every other name counts
 * as {@code other}), causes, statuses and kinds, so that no client can make the list longer.
 * Thread-safe; counting takes no lock.
 */
public final class Meters {

  /** The content type of {@link #exposition}. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final String MODEL = "model";
  private static final String OTHER = "other";
  private static final double[] TTFT_SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Counter requests = counter("requests", "Requests that arrived.", MODEL);
  private final Counter admitted = counter("admitted", "Requests that got a permit.", MODEL);
  private final Counter rejected =
      counter("rejected", "Refusals by their true cause, which no answer tells.", MODEL, "cause");
  private final Counter answers = counter("answers", "Answers that were sent.", MODEL, "status");
  private final Counter aborted =
      counter("aborted", "Answers whose client left, or that were broken off.", MODEL);
  private final Counter tokens =
      counter("tokens", "Tokens of complete answers, as usage tells them.", MODEL, "kind");
  private final Histogram ttft =
      Histogram.builder()
          .name("mimokit_time_to_first_token_seconds")
          .help("From the request to the first token of a stream.")
          .labelNames(MODEL)
          .classicOnly()
          .classicUpperBounds(TTFT_SECONDS)
          .withoutExemplars()
          .register(registry);
  private final Map<String, ModelMeter> byModel = new HashMap<>();
  private final ModelMeter other;

  /** Begins to count for the models of a catalogue. */
  public Meters(Catalog catalog) {
    for (ModelSpec spec : catalog.models()) {
      byModel.put(spec.id(), meter(spec.id()));
    }
    other = meter(OTHER);
  }

  private ModelMeter meter(String model) {
    return new ModelMeter(model, this);
  }

  /** The counters of a model; those of {@code other} for a name that is in no catalogue. */
  public ModelMeter of(String model) {
    return byModel.getOrDefault(model, other);
  }

  /** Shows a figure that somebody else keeps; {@code name} comes after {@code mimokit_}. */
  public void show(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name("mimokit_" + name)
        .help(help)
        .callback(callback -> callback.call(value.getAsInt()))
        .register(registry);
  }

  /** All figures in the text format of Prometheus, UTF-8. */
  public byte[] exposition() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name("mimokit_" + name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  Counter requests() {
    return requests;
  }

  Counter admitted() {
    return admitted;
  }

  Counter rejected() {
    return rejected;
  }

  Counter answers() {
    return answers;
  }

  Counter aborted() {
    return aborted;
  }

  Counter tokens() {
    return tokens;
  }

  Histogram ttft() {
    return ttft;
  }
}
