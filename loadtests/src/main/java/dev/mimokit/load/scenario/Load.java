package dev.mimokit.load.scenario;

import java.util.List;

/**
 * One simulation of the suite.
 *
 * @param shape how users arrive
 * @param apiKeys keys used in turn, user by user; several keys of one account share its quota
 * @param jobs BURST: users at once; OPEN: arrivals over the whole load, about; CLOSED: the most
 *     calls offered, about. At least 1, at most 99,999
 * @param prepare sent in order right before the first user; may be empty
 */
public record Load(Shape shape, List<String> apiKeys, int jobs, List<Preparation> prepare) {

  /** Refuses loads that could not run. */
  public Load {
    apiKeys = List.copyOf(apiKeys);
    prepare = List.copyOf(prepare);
    if (apiKeys.isEmpty()) {
      throw new IllegalArgumentException("apiKeys must not be empty");
    }
    if (jobs < 1 || jobs > 99_999) {
      throw new IllegalArgumentException("jobs must be within [1, 99999]: " + jobs);
    }
  }

  /** A load that needs no preparation. */
  public Load(Shape shape, List<String> apiKeys, int jobs) {
    this(shape, apiKeys, jobs, List.of());
  }

  /** The key of the {@code user}-th virtual user, counted from 1. */
  public String apiKey(long user) {
    return apiKeys.get((int) Math.floorMod(user - 1, (long) apiKeys.size()));
  }

  /**
   * The job id of the {@code user}-th virtual user, {@code job-NNNNNN}: unique over the loads of
   * one suite, because each shape counts from its own hundred thousand.
   */
  public String job(long user) {
    return "job-" + (shape.jobBase() + user);
  }
}
