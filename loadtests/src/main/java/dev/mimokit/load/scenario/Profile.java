package dev.mimokit.load.scenario;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.ClosedInjectionStep;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

/**
 * When virtual users arrive.
 *
 * <p>Open profiles ramp up to a rate and hold it, so that the offered load crosses the quota on the
 * way whatever the server answers; the rate follows from the number of jobs. Closed profiles ramp
 * up to {@link #CLOSED_USERS} users and hold that; a user calls once and then thinks, which bounds
 * the offered load by the users over their think time, so that the number of jobs is not exceeded
 * by much and a quota above it is never met.
 */
public final class Profile {

  /** Users at once of a closed load. */
  public static final int CLOSED_USERS = 4;

  private final Duration ramp;
  private final Duration hold;

  private Profile(Duration ramp, Duration hold) {
    this.ramp = ramp;
    this.hold = hold;
  }

  /** Seconds when {@code smoke}, else somewhat more than the quota's minute. */
  public static Profile of(boolean smoke) {
    return smoke
        ? new Profile(Duration.ofSeconds(1), Duration.ofSeconds(2))
        : new Profile(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  /** All jobs at once. */
  public List<OpenInjectionStep> burst(int jobs) {
    return List.of(atOnceUsers(jobs));
  }

  /** An arrival every {@code spacingMillis}, {@code jobs} in all. */
  public List<OpenInjectionStep> steady(Arrivals arrivals) {
    return List.of(
        constantUsersPerSec(1_000.0 / arrivals.spacingMillis())
            .during(Duration.ofMillis(arrivals.jobs() * arrivals.spacingMillis())));
  }

  /** From a quarter of the rate up to the rate, then held; about {@code jobs} arrivals in all. */
  public List<OpenInjectionStep> open(int jobs) {
    double rate = jobs / (0.625 * ramp.toSeconds() + hold.toSeconds());
    return List.of(
        rampUsersPerSec(rate / 4).to(rate).during(ramp), constantUsersPerSec(rate).during(hold));
  }

  /** Up to {@link #CLOSED_USERS} users, then held. */
  public List<ClosedInjectionStep> closed() {
    return List.of(
        rampConcurrentUsers(1).to(CLOSED_USERS).during(ramp),
        constantConcurrentUsers(CLOSED_USERS).during(hold));
  }

  /** A closed user's pause after its call, such that about {@code jobs} calls fit the load. */
  public Duration think(int jobs) {
    return ramp.plus(hold).multipliedBy(CLOSED_USERS).dividedBy(jobs);
  }

  /**
   * Nanoseconds from the load's start to each arrival, in the order of arrival: the i-th is when
   * the plan sends user i + 1. Taken from the very iterator Gatling injects from.
   */
  public static long[] arrivals(List<OpenInjectionStep> steps) {
    Iterator<FiniteDuration> offsets = scala.collection.Iterator$.MODULE$.empty();
    for (int i = steps.size() - 1; i >= 0; i--) {
      offsets = steps.get(i).asScala().chain(offsets);
    }
    LongStream.Builder nanos = LongStream.builder();
    while (offsets.hasNext()) {
      nanos.add(offsets.next().toNanos());
    }
    return nanos.build().toArray();
  }
}
