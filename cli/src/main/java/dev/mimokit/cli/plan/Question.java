package dev.mimokit.cli.plan;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.Limits;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.plan.Hypothesis;
import dev.mimokit.core.plan.Measure;
import dev.mimokit.core.plan.Slo;
import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.sim.ClientSide;
import dev.mimokit.core.sim.Demand;
import dev.mimokit.core.sim.Extent;
import dev.mimokit.core.sim.RequestClass;
import dev.mimokit.core.sim.Scenario;
import dev.mimokit.core.sim.Supply;
import dev.mimokit.core.sim.Workload;
import dev.mimokit.server.profile.Profile;
import dev.mimokit.server.profile.Profiles;
import dev.mimokit.server.profile.Reservation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked, complete.
 *
 * @param windows readings of "per minute" that are asked side by side
 * @param assumptions what the answer rests on, a line each
 */
record Question(
    Scenario scenario,
    List<Hypothesis> windows,
    Optional<Slo> slo,
    ModelSpec model,
    String revision,
    List<String> assumptions) {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int USUAL_REPLICATIONS = 10;
  private static final double NANOS = 1e9;

  /**
   * Completes a draft.
   *
   * @throws IllegalArgumentException in one line, when it cannot be asked
   */
  static Question of(Draft draft) {
    ModelSpec model =
        Catalog.load(draft.revision)
            .find(draft.model)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown model: '%s', not in revision %s"
                            .formatted(draft.model, draft.revision)));
    Profile profile = Profiles.load(draft.profile);
    Quota quota = quota(draft, profile, model.limits());
    Scenario scenario = scenario(draft, profile, model, quota);
    List<Hypothesis> windows = draft.windows.orElseGet(() -> List.of(Hypothesis.of(scenario)));
    return new Question(
        scenario,
        windows,
        draft.slo,
        model,
        draft.revision,
        new Assuming(draft, profile, model, quota).lines());
  }

  private static Scenario scenario(Draft draft, Profile profile, ModelSpec model, Quota quota) {
    Supply supply =
        new Supply(
            quota,
            Supply.Reserve.PROMPT_AND_NAMED_MAXIMUM,
            draft.quotaUnits,
            draft.latency.service().apply(model.id()),
            draft.trouble);
    ClientSide client =
        new ClientSide(
            draft.client,
            draft.dispatch,
            draft.deadline,
            draft.goal.orElseGet(() -> goal(draft.slo)));
    return new Scenario(
        new Demand(draft.workload, classes(draft, profile, model)), supply, client, extent(draft));
  }

  /** Where a profile reserves a maximum for calls that name none, they are given that one. */
  private static List<RequestClass> classes(Draft draft, Profile profile, ModelSpec model) {
    Reservation reservation = profile.completionReservation().value();
    return reservation == Reservation.NONE
        ? draft.classes
        : draft.classes.stream()
            .map(one -> reserving(one, reservation.tokens(model.limits())))
            .toList();
  }

  private static RequestClass reserving(RequestClass one, long tokens) {
    return one.maxOutput().isPresent()
        ? one
        : new RequestClass(
            one.name(),
            one.weight(),
            one.prompt(),
            one.output(),
            OptionalLong.of(tokens),
            one.cancelled());
  }

  private static Quota quota(Draft draft, Profile profile, Limits limits) {
    Quota usual = profile.quota(limits);
    Counting counting = usual.counting();
    return new Quota(
        draft.requestsPerMinute.orElse(usual.requests()),
        draft.tokensPerMinute.orElse(usual.tokens()),
        draft.concurrency.orElse(
            profile.isConcurrencyShared() ? profile.concurrency().value() : usual.concurrency()),
        usual.window(),
        new Counting(
            counting.windowKind(),
            counting.grain(),
            counting.accounting(),
            draft.countRefused.orElse(counting.countRefused())));
  }

  /** What the service level calls in time. */
  private static ClientSide.Goal goal(Optional<Slo> slo) {
    return new ClientSide.Goal(
        shortest(slo, Measure.Wait.class), shortest(slo, Measure.EndToEnd.class));
  }

  private static Optional<Duration> shortest(Optional<Slo> slo, Class<? extends Measure> kind) {
    return slo.stream()
        .flatMap(level -> level.bounds().stream())
        .filter(bound -> kind.isInstance(bound.measure()))
        .map(bound -> Duration.ofNanos(Math.round(bound.most() * NANOS)))
        .min(Duration::compareTo);
  }

  private static Extent extent(Draft draft) {
    boolean bounded =
        draft.workload instanceof Workload.Batch || draft.workload instanceof Workload.Traced;
    Duration arrivals = draft.arrivals.orElse(bounded ? Extent.LONGEST : DAY);
    return new Extent(
        draft.seed,
        draft.replications.orElse(USUAL_REPLICATIONS),
        draft.jobs.orElse(Extent.ALL),
        arrivals,
        draft.afterwards);
  }
}
