package dev.mimokit.load.scenario;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One load of the suite.
 *
 * @param name unique in its suite: lower case letters, digits and hyphens; in files, tags and jobs
 * @param alone whether no other load may run beside it
 * @param prepare sent in order right before the first user; may be empty
 */
public record Load(
    String name, Arrivals arrivals, Targets targets, boolean alone, List<Preparation> prepare) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  /** Refuses names that files and tags could not bear. */
  public Load {
    prepare = List.copyOf(prepare);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name must match " + NAME + ": " + name);
    }
  }

  /** How users arrive. */
  public Shape shape() {
    return arrivals.shape();
  }

  /** Calls, about; see {@link Arrivals}. */
  public int jobs() {
    return arrivals.jobs();
  }

  /** The key of the {@code user}-th virtual user, counted from 1. */
  public String apiKey(long user) {
    return inTurn(targets.apiKeys(), user);
  }

  /** The model of the {@code user}-th virtual user. */
  public String model(long user) {
    return inTurn(targets.models(), user);
  }

  private static String inTurn(List<String> all, long user) {
    return all.get((int) Math.floorMod(user - 1, (long) all.size()));
  }

  /** The job id of the {@code user}-th virtual user: {@code job-load-NAME-NNNNN}. */
  public String job(long user) {
    return String.format(Locale.ROOT, "job-load-%s-%05d", name, user);
  }
}
