package dev.mimokit.bench.quota;

import dev.mimokit.bench.ratio.Label;
import dev.mimokit.bench.ratio.Question;
import dev.mimokit.bench.ratio.Question.Race;
import dev.mimokit.bench.ratio.Question.Sense;
import dev.mimokit.bench.ratio.Question.Weighing;
import dev.mimokit.bench.ratio.Scales;
import dev.mimokit.bench.ratio.Sides;
import dev.mimokit.bench.ratio.Work;
import dev.mimokit.bench.row.Target;
import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.WindowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What a decision of the limiter costs beside one reading of the clock, beside what other libraries
 * offer, and in memory.
 */
public final class LimiterQuestions {

  private static final String CLOCK = "x nanoTime";
  private static final int TWO = 2;

  private LimiterQuestions() {}

  /** All of them, each in a JVM of its own, as a server has one kind of window. */
  public static List<Question> all() {
    List<Question> all = new ArrayList<>(decisions());
    all.addAll(contenders());
    for (WindowKind kind : WindowKind.values()) {
      if (kind != WindowKind.SLIDING_LOG) {
        all.add(window(kind));
      }
    }
    all.add(
        new Race(
            Label.of("limiter/redis-admit", "x INCR").against(Target.atMost(2.0)),
            Sense.COST,
            1,
            RedisInUse::decisionAgainstIncr));
    all.addAll(memory());
    return List.copyOf(all);
  }

  private static List<Question> decisions() {
    return List.of(
        byClock("admit-release", 1.6, 1, () -> Works.release(Limiters.busy())),
        new Race(
            Label.of("limiter/admit-keep-release", CLOCK),
            Sense.COST,
            1,
            () -> new Sides(Works.keep(Limiters.busy(), new Admission[1]), Works.clock())),
        byClock("admit-release-2-threads", 2.5, TWO, () -> Works.release(Limiters.busy())),
        new Race(
            Label.of("limiter/increment-2-threads", CLOCK),
            Sense.COST,
            TWO,
            () -> new Sides(Works.increment(new AtomicLong()), Works.clock())),
        byClock("admit-settle", 2.0, 1, () -> Works.settle(Limiters.busy())),
        byClock("reject", 1.2, 1, () -> Works.ask(Limiters.outOfRequests())),
        byClock("reject-2-threads", 1.3, TWO, () -> Works.ask(Limiters.outOfRequests())),
        byClock("resolve", 0.6, 1, () -> Works.resolve(AccountsInUse.one())));
  }

  private static Question byClock(String name, double bound, int threads, Supplier<Work> subject) {
    return new Race(
        Label.of("limiter/" + name, CLOCK).against(Target.atMost(bound)),
        Sense.COST,
        threads,
        () -> new Sides(subject.get(), Works.clock()));
  }

  private static List<Question> contenders() {
    return List.of(
        admit(
            Label.of("limiter/admit-bucket4j", "x Bucket4j pair").against(Target.atMost(0.5)),
            () -> Works.bucket4jPair(Contenders.bucketWithRoom(), Contenders.bucketWithRoom())),
        admit(
            Label.of("limiter/admit-resilience4j", "x Resilience4j"),
            () -> Works.resilience4j(Contenders.resilience4jWithRoom())),
        admit(
            Label.of("limiter/admit-guava", "x Guava"),
            () -> Works.guava(Contenders.guavaWithRoom())),
        admit(
            Label.of("limiter/admit-failsafe", "x Failsafe"),
            () -> Works.failsafe(Contenders.failsafeWithRoom())),
        reject("bucket4j", "x Bucket4j", () -> Works.bucket4j(Contenders.bucketUsedUp())),
        reject(
            "resilience4j",
            "x Resilience4j",
            () -> Works.resilience4j(Contenders.resilience4jUsedUp())),
        reject("guava", "x Guava", () -> Works.guava(Contenders.guavaUsedUp())),
        reject("failsafe", "x Failsafe", () -> Works.failsafe(Contenders.failsafeUsedUp())));
  }

  private static Question admit(Label label, Supplier<Work> other) {
    return new Race(
        label, Sense.COST, 1, () -> new Sides(Works.release(Limiters.busy()), other.get()));
  }

  private static Question reject(String name, String unit, Supplier<Work> other) {
    return new Race(
        Label.of("limiter/reject-" + name, unit),
        Sense.COST,
        1,
        () -> new Sides(Works.ask(Limiters.outOfRequests()), other.get()));
  }

  private static Question window(WindowKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Race(
        Label.of("limiter/window-" + name, "x sliding log").against(Target.atMost(1.3)),
        Sense.COST,
        1,
        () -> new Sides(Works.release(Limiters.busy(kind)), Works.release(Limiters.busy())));
  }

  private static List<Question> memory() {
    return List.of(
        weigh(
            "admit-bytes",
            "B",
            Target.atMost(32),
            () -> Scales.allocated(Works.keep(Limiters.busy(), new Admission[1]))),
        weigh(
            "reject-bytes",
            "B",
            Target.exactly(0),
            () -> Scales.allocated(Works.ask(Limiters.outOfRequests()))),
        weigh("idle-bytes", "B held", Target.atMost(256), () -> Scales.held(Limiters::idle)),
        weigh("full-bytes", "B held", Target.atMost(1_800), () -> Scales.held(Limiters::full)));
  }

  private static Question weigh(String name, String unit, Target target, Supplier<Double> scale) {
    return new Weighing(Label.of("limiter/" + name, unit).against(target), scale);
  }
}
