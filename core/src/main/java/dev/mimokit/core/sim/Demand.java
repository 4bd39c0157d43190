package dev.mimokit.core.sim;

import java.util.List;

/**
 * What is asked for.
 *
 * @param classes kinds of request, drawn by weight; a trace brings its own tokens and uses only the
 *     first class's share of cancellations
 */
public record Demand(Workload workload, List<RequestClass> classes) {

  /** Copies the list; refuses none. */
  public Demand {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("at least one request class is needed");
    }
  }

  /** One class of request. */
  public static Demand of(Workload workload, RequestClass only) {
    return new Demand(workload, List.of(only));
  }
}
