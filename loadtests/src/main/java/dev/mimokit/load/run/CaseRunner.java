package dev.mimokit.load.run;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Load;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.conformance.Step;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.load.cases.CasePrompt;
import dev.mimokit.load.driver.DriverCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets one case happen to one client: an account of its own, the script, the calls, the wait, the
 * journal. Thread-safe: runs on different accounts do not see each other.
 *
 * <p>A run ends when all calls are answered and the script is used up, or with the observation. A
 * script that repeats is never used up, but once all calls are answered nothing is left to see.
 */
final class CaseRunner {

  /** Answers and attempts that come twice come at once; this long is listened for them. */
  private static final long SETTLE_NANOS = CallBook.nanos(200);

  private static final long WARM_UP_DEADLINE_MILLIS = 60_000;

  private static final long POLL_NANOS = CallBook.nanos(50);

  /** The server notes an answer when it was written, which may be after the client told of it. */
  private static final long JOURNAL_NANOS = CallBook.nanos(1_000);

  private final AgentCommand agent;
  private final DriverProcess driver;
  private final MockAdmin mock;
  private final Heartbeat heartbeat;
  private final NanoClock clock;

  CaseRunner(
      AgentCommand agent,
      DriverProcess driver,
      MockAdmin mock,
      Heartbeat heartbeat,
      NanoClock clock) {
    this.agent = agent;
    this.driver = driver;
    this.mock = mock;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /** One call that warms the client up; why it may not be used, if so. */
  Optional<String> warmUp(long patienceMillis) throws InterruptedException {
    CallBook book = new CallBook();
    String account = "warm-" + agent.slug();
    String job = "job-" + account + "-0001";
    driver.send(
        new DriverCall(
            "warm",
            job,
            mock.baseUrl(),
            "sk-" + account + ".k1",
            GateOptions.MODEL,
            false,
            CasePrompt.of(job, 0),
            WARM_UP_DEADLINE_MILLIS),
        book);
    book.awaitAnswers(CallBook.nanos(patienceMillis));
    boolean answered = book.allAnswered();
    book.close();
    if (driver.death().isPresent() || answered) {
      return driver.death();
    }
    List<String> why = new ArrayList<>();
    why.add("the driver did not answer its first call within " + patienceMillis / 1000 + " s");
    why.addAll(driver.misconduct().since(0));
    return Optional.of(String.join("; ", why));
  }

  /**
   * Runs it.
   *
   * @param turn 1, or more when it is run again, on another account
   */
  RunRecord run(PlannedRun planned, int turn) throws InterruptedException {
    if (driver.death().isPresent()) {
      return RunRecord.failed(driver.death().get(), clock.nanoTime());
    }
    String name = planned.id() + "-" + agent.slug() + (turn == 1 ? "" : "-" + turn);
    String account = "case-" + name.replace('.', '-');
    try {
      prepare(account, planned.any());
      return observe(name, account, planned.any());
    } catch (IOException e) {
      return RunRecord.failed("the mock could not be used: " + e.getMessage(), clock.nanoTime());
    }
  }

  private void prepare(String account, Case tested) throws IOException, InterruptedException {
    if (tested.phase().isPresent()) {
      mock.restore(account, tested.phase().get());
    }
    if (!tested.script().variants().isEmpty()) {
      mock.script(account, tested.script());
    }
  }

  private RunRecord observe(String name, String account, Case tested)
      throws IOException, InterruptedException {
    long startNanos = clock.nanoTime();
    long untilNanos = startNanos + CallBook.nanos(tested.load().observeMillis());
    CallBook book = new CallBook();
    long misconduct = driver.misconduct().count();
    try (MockDoor door = MockDoor.of(mock.root(), tested.load().manner().closedMillis())) {
      send(new Asking(name, account, door.baseUrl()), tested, book);
      book.awaitAnswers(untilNanos - clock.nanoTime());
      while (book.allAnswered() && untilNanos - clock.nanoTime() > 0 && !used(account, tested)) {
        TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
      }
      if (book.allAnswered()) {
        book.linger(
            tested.load().manner().watchedToTheEnd()
                ? untilNanos - clock.nanoTime()
                : SETTLE_NANOS);
      }
    }
    long endNanos = clock.nanoTime();
    List<JournalEvent> events = new ArrayList<>(book.close());
    Optional<String> trouble = book.allAnswered() ? Optional.empty() : driver.death();
    events.addAll(journal(account, startNanos, endNanos));
    List<String> remarks = new ArrayList<>(book.remarks());
    remarks.addAll(driver.misconduct().since(misconduct));
    return new RunRecord(events, endNanos, heartbeat.worstSince(startNanos), trouble, remarks);
  }

  /** As whom, and where, calls are made. */
  private record Asking(String name, String account, String baseUrl) {

    String job(int index) {
      return String.format(Locale.ROOT, "job-%s-%04d", name, index + 1);
    }

    String key(int index, int keys) {
      return "sk-" + account + ".k" + (index % keys + 1);
    }
  }

  private void send(Asking asking, Case tested, CallBook book) throws InterruptedException {
    long startNanos = clock.nanoTime();
    for (int i = 0; i < tested.load().calls(); i++) {
      awaitTurn(startNanos + i * CallBook.nanos(tested.load().spacingMillis()));
      driver.send(call(asking, tested, i), book);
    }
  }

  private void awaitTurn(long dueNanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(dueNanos - clock.nanoTime());
  }

  private static DriverCall call(Asking asking, Case tested, int index) {
    Load load = tested.load();
    Load.Manner manner = load.manner();
    return new DriverCall(
        tested.id(),
        asking.job(index),
        asking.baseUrl(),
        asking.key(index, load.keys()),
        manner.model(index, GateOptions.MODEL),
        load.stream(),
        CasePrompt.of(asking.job(index), index == 0 ? manner.firstPromptTokens() : 0),
        load.deadlineMillis(),
        manner.cancelMillis());
  }

  private boolean used(String account, Case tested) throws IOException, InterruptedException {
    if (tested.script().repeatLast() || !counts(tested.script())) {
      return true;
    }
    int steps =
        tested.script().variants().stream()
            .mapToInt(variant -> variant.stream().mapToInt(Step::times).sum())
            .max()
            .orElse(0);
    long now = clock.nanoTime();
    return attempts(mock.journal(account), now).stream().allMatch(number -> number >= steps);
  }

  /** Whether attempts use it up; a script that goes by the clock is not waited for. */
  private static boolean counts(ServerScript script) {
    return script.variants().stream()
        .flatMap(List::stream)
        .anyMatch(step -> step.reach().forMillis() == 0);
  }

  private static List<Integer> attempts(List<JournalEvent> events, long nowNanos) {
    List<JournalEvent> all = new ArrayList<>();
    for (JournalEvent event : events) {
      if (event instanceof JournalEvent.Received received) {
        all.add(new JournalEvent.Asked(received.atNanos(), received.call()));
      }
      all.add(event);
    }
    return Evidence.of(all, nowNanos).calls().stream().map(call -> call.attempts().size()).toList();
  }

  private List<JournalEvent> journal(String account, long startNanos, long endNanos)
      throws IOException, InterruptedException {
    long giveUpNanos = clock.nanoTime() + JOURNAL_NANOS;
    List<JournalEvent> events = within(mock.journal(account), startNanos, endNanos);
    while (open(events) > 0 && giveUpNanos - clock.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
      events = within(mock.journal(account), startNanos, endNanos);
    }
    return events;
  }

  private static List<JournalEvent> within(List<JournalEvent> events, long start, long end) {
    return events.stream()
        .filter(event -> event.atNanos() - start >= 0 && event.atNanos() - end <= 0)
        .toList();
  }

  /** Attempts not yet answered. */
  private static long open(List<JournalEvent> events) {
    long received = events.stream().filter(JournalEvent.Received.class::isInstance).count();
    return received - events.stream().filter(CaseRunner::ends).count();
  }

  private static boolean ends(JournalEvent event) {
    return event instanceof JournalEvent.Answered || event instanceof JournalEvent.Aborted;
  }
}
