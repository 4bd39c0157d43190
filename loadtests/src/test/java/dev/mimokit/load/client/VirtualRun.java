package dev.mimokit.load.client;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Load;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.agent.Agent;
import dev.mimokit.load.cases.CasePrompt;
import dev.mimokit.load.driver.DriverAnswer;
import dev.mimokit.load.driver.DriverCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Lets one case happen to one client in virtual time, on a mock of its own: the same evidence for
 * the same seed, as soon as all calls are answered or the observation ends.
 */
final class VirtualRun {

  /** Builds the client under test on what the run gives it. */
  @FunctionalInterface
  interface Subject {

    /** The client as an agent. */
    Agent on(Transport transport, VirtualTime time, RandomGenerator random);
  }

  private static final String ACCOUNT = "virtual";

  /** A quarter of a second past a minute, close to where the clock overflows. */
  private static final long ORIGIN_NANOS = Long.MAX_VALUE - 3_000_000_000L;

  private static final long ORIGIN_MILLIS = 1_795_428_900_250L;

  /** One driver line is written this long after the other. */
  private static final long LINE_NANOS = 100_000;

  /** Answers that come twice come at once; this long is listened for them. */
  private static final long SETTLE_NANOS = 200_000_000L;

  private final Case tested;
  private final VirtualTime time = new VirtualTime(ORIGIN_NANOS, ORIGIN_MILLIS);
  private final VirtualMock mock;
  private final Agent agent;
  private final List<JournalEvent> told = new ArrayList<>();
  private final Set<String> unanswered = new HashSet<>();

  private VirtualRun(Case tested, Subject subject, long seed) {
    this.tested = tested;
    SplittableRandom random = new SplittableRandom(seed);
    this.mock = new VirtualMock(time, random.split());
    this.agent = subject.on(mock, time, random.split());
  }

  /** Runs it. */
  static Evidence of(Case tested, Subject subject, long seed) {
    return new VirtualRun(tested, subject, seed).run();
  }

  private Evidence run() {
    tested.phase().ifPresent(phase -> mock.restore(ACCOUNT, phase));
    mock.script(ACCOUNT, tested.script());
    mock.closed(tested.load().manner().closedMillis());
    for (int i = 0; i < tested.load().calls(); i++) {
      ask(i);
    }
    long limitNanos = time.nanoTime() + tested.load().observeMillis() * 1_000_000L;
    while (!unanswered.isEmpty() && time.step(limitNanos)) {
      // The task has been run.
    }
    if (unanswered.isEmpty()) {
      time.pass(
          tested.load().manner().watchedToTheEnd() ? limitNanos - time.nanoTime() : SETTLE_NANOS);
    }
    List<JournalEvent> events = new ArrayList<>(told);
    events.addAll(mock.journal());
    return Evidence.of(events, time.nanoTime());
  }

  private void ask(int index) {
    DriverCall call = call(index);
    unanswered.add(call.job());
    var unused =
        time.schedule(
            index * Math.max(LINE_NANOS, tested.load().spacingMillis() * 1_000_000L),
            () -> {
              told.add(new JournalEvent.Asked(time.nanoTime(), call.job()));
              agent.start(call, this::tell);
            });
  }

  private DriverCall call(int index) {
    String job = String.format(Locale.ROOT, "job-%s-%04d", tested.id(), index + 1);
    Load.Manner manner = tested.load().manner();
    return new DriverCall(
        tested.id(),
        job,
        "http://mock/v1",
        "sk-" + ACCOUNT + ".k" + (index % tested.load().keys() + 1),
        manner.model(index, VirtualMock.MODEL),
        tested.load().stream(),
        CasePrompt.of(job, index == 0 ? manner.firstPromptTokens() : 0),
        tested.load().deadlineMillis(),
        manner.cancelMillis());
  }

  private void tell(DriverAnswer answer) {
    unanswered.remove(answer.job());
    told.add(
        new JournalEvent.Told(
            time.nanoTime(),
            answer.job(),
            answer.ok(),
            answer.status(),
            answer.errorClass(),
            answer.text(),
            answer.partial(),
            answer.retryAfter().isPresent()
                ? OptionalLong.of((long) (answer.retryAfter().getAsDouble() * 1e9))
                : OptionalLong.empty()));
  }
}
