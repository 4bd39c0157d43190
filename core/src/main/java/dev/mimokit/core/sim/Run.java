package dev.mimokit.core.sim;

import dev.mimokit.core.quota.LeaseTable;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.Rejected;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/*
 * One replication: arrivals are a sorted stream, pulled one by one and merged with a heap that holds only what else is
 * still to happen, so that it stays as small as what is under way.
 *
 *   arrivals   . . .. .   .  . ..        the earlier of both is next; of equal instants the heap's,
 *   heap       o    o  o        o        which was decided earlier
 *
 * Everything about a request stands in the columns of Jobs, in a slot that is used again; leases stand in a LeaseTable
 * at the same index. The limiters are the ones the mock runs, with `now` handed in. In steady state an arrival, an
 * admission and an end allocate nothing. A refusal may: its answer (core.quota) and what the policy says (core.retry)
 * are objects.
 *
 * An attempt takes no time of its own. So that nobody can ask for ever within one instant, a retry without a wait and
 * a user whose request took no time come back a millisecond later.
 */
/** The loop, and what it lets clients do. Not thread-safe. */
final class Run {

  private static final int ATTEMPT = 0;
  private static final int DONE = 1;
  private static final int WAKE = 2;
  private static final int ASK = 3;
  private static final int KINDS = 2;

  private static final long LEAST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final long TROUBLE_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_WAIT = Extent.LONGEST.toNanos();
  private static final long NO_WAIT_KNOWN = Long.MAX_VALUE;
  private static final int NOBODY = -1;

  private final Quota quota;
  private final boolean countRefused;
  private final EventQueue events;
  private final Observer observer;
  private final Jobs jobs = new Jobs();
  private final QuotaLimiter[] limiters;
  private final LeaseTable leases = new LeaseTable(64);
  private final Tally tally;
  private final Arrivals arrivals;
  private final @Nullable Trace trace;
  private final Requests requests;
  private final Router router;
  private final ServiceTimes services;
  private final Draws serviceDraws;
  private final Mishaps mishaps;
  private final Client client;
  private final Draws pauses;
  private final int users;
  private final double thinkNanos;
  private final long deadline;
  private final long arrivalsEnd;
  private final long afterwards;
  private long left;
  private long cut = Long.MAX_VALUE;
  private long now;
  private long handled;
  private @Nullable Rejected rejected;
  private Cause obstacle = Cause.RPM;

  Run(Scenario scenario, int replication, EventQueue events, Observer observer) {
    this.events = events;
    this.observer = observer;
    Seeds seeds = new Seeds(scenario.extent().seed(), replication);
    Supply supply = scenario.supply();
    Workload workload = scenario.demand().workload();
    quota = supply.quota();
    countRefused = quota.counting().countRefused();
    limiters = new QuotaLimiter[supply.units()];
    for (int i = 0; i < limiters.length; i++) {
      limiters[i] = new QuotaLimiter(quota, 0);
    }
    tally = new Tally(scenario.client().goal());
    arrivals = Arrivals.of(workload, draws(seeds, Seeds.Part.ARRIVALS));
    trace = workload instanceof Workload.Traced traced ? traced.trace() : null;
    requests =
        new Requests(
            scenario.demand().classes(), supply.reserve(), draws(seeds, Seeds.Part.REQUESTS));
    router =
        new Router(
            scenario.client().dispatch(), limiters.length, draws(seeds, Seeds.Part.SESSIONS));
    services = ServiceTimes.of(supply.service());
    serviceDraws = draws(seeds, Seeds.Part.SERVICE);
    mishaps = new Mishaps(supply.trouble(), draws(seeds, Seeds.Part.TROUBLE));
    pauses = draws(seeds, Seeds.Part.PAUSES);
    deadline = scenario.client().deadline().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    left = scenario.extent().jobs();
    arrivalsEnd = scenario.extent().arrivals().toNanos();
    afterwards = scenario.extent().afterwards().toNanos();
    users = workload instanceof Workload.Closed closed ? closed.users() : 0;
    thinkNanos = workload instanceof Workload.Closed closed ? closed.think().toNanos() : 0;
    client = Client.of(scenario.client().plan(), this, draws(seeds, Seeds.Part.CLIENTS));
  }

  private static Draws draws(Seeds seeds, Seeds.Part part) {
    return new Draws(seeds.of(part));
  }

  Measured run() {
    seatUsers();
    long arriving = nextArrival();
    while (true) {
      long due = events.isEmpty() ? Long.MAX_VALUE : events.nextNanos();
      if (arriving < due) {
        now = arriving;
        handled++;
        ask(NOBODY);
        arriving = nextArrival();
      } else if (due > cut || due == Long.MAX_VALUE) {
        return tally.measured(handled, now);
      } else {
        now = due;
        int code = events.nextCode();
        events.remove();
        handled++;
        handle(code & (ASK | WAKE | DONE), code >> KINDS);
      }
    }
  }

  /** Users begin after a first pause. */
  private void seatUsers() {
    for (int user = 0; user < users; user++) {
      events.add((long) (thinkNanos * pauses.exponential()), user << KINDS | ASK);
    }
    if (users > 0) {
      cut = arrivalsEnd + afterwards;
    }
  }

  private long nextArrival() {
    if (users > 0) {
      return Arrivals.NONE;
    }
    long at = left > 0 ? arrivals.next() : Arrivals.NONE;
    if (at < arrivalsEnd) {
      left--;
      return at;
    }
    if (cut == Long.MAX_VALUE) {
      cut = now + afterwards;
    }
    left = 0;
    return Arrivals.NONE;
  }

  private void handle(int kind, int index) {
    switch (kind) {
      case ATTEMPT -> client.due(index);
      case DONE -> end(index);
      case WAKE -> client.wake(index);
      default -> userAsks(index);
    }
  }

  private void userAsks(int user) {
    if (now < arrivalsEnd && left > 0) {
      left--;
      ask(user);
    }
  }

  private void ask(int user) {
    if (trace == null) {
      requests.draw();
    } else {
      requests.take(trace.promptTokens(arrivals.row()), trace.outputTokens(arrivals.row()));
    }
    int job = jobs.take();
    jobs.askedAt[job] = now;
    jobs.delayed[job] = 0;
    jobs.prompt[job] = requests.prompt();
    jobs.output[job] = requests.output();
    jobs.reserved[job] = requests.reserved();
    jobs.stays[job] = requests.stays();
    jobs.unit[job] = router.enter();
    jobs.user[job] = user;
    jobs.attempts[job] = 0;
    tally.asked();
    client.asked(job);
    tally.settled();
  }

  // What clients know.

  Jobs jobs() {
    return jobs;
  }

  long now() {
    return now;
  }

  int units() {
    return limiters.length;
  }

  Quota quota() {
    return quota;
  }

  /** Nanoseconds until the job's deadline; {@link Long#MAX_VALUE} without one. */
  long remaining(int job) {
    return deadline == Long.MAX_VALUE ? deadline : jobs.askedAt[job] + deadline - now;
  }

  /** The limiter's last refusal; null when the last attempt was refused by something else. */
  @Nullable Rejected rejected() {
    return rejected;
  }

  /** Whether the last refusal was for good: the request is larger than the limit. */
  boolean never() {
    return rejected != null && rejected.never();
  }

  /** What made the last {@link #admitOrWait} wait. */
  Cause obstacle() {
    return obstacle;
  }

  // What clients do.

  /**
   * Sends one attempt.
   *
   * @return why it was refused; null when it was admitted, and is then to {@link #begin}
   */
  @Nullable Cause send(int job) {
    if (jobs.attempts[job] > 0) {
      tally.heldUp(jobs.cause[job], now - jobs.refusedAt[job]);
    }
    jobs.attempts[job]++;
    rejected = null;
    Cause cause = mishaps.strike(now);
    if (cause == null) {
      rejected = acquire(job);
      if (rejected == null) {
        return null;
      }
      cause = cause(rejected);
    }
    tally.refused(cause, jobs.attempts[job] == 1);
    return cause;
  }

  private @Nullable Rejected acquire(int job) {
    return limiters[jobs.unit[job]].tryAcquire(now, jobs.reserved[job], leases, job);
  }

  private static Cause cause(Rejected refusal) {
    if (refusal.violated().contains(Limit.RPM)) {
      return Cause.RPM;
    }
    return refusal.violated().contains(Limit.TPM) ? Cause.TPM : Cause.CONCURRENCY;
  }

  /**
   * Admits a job when the limiter would, without an attempt that is refused by it.
   *
   * @return 0 when it was admitted, and is then to {@link #begin}; how long to wait; negative when
   *     it is larger than the limit
   */
  long admitOrWait(int job) {
    Cause struck = mishaps.strike(now);
    if (struck != null) {
      jobs.attempts[job]++;
      tally.refused(struck, jobs.attempts[job] == 1);
      obstacle = struck;
      return TROUBLE_PAUSE;
    }
    if (countRefused && !fits(job)) {
      return waitUncounted(job);
    }
    Rejected refusal = acquire(job);
    if (refusal == null) {
      return 0;
    }
    obstacle = cause(refusal);
    if (refusal.never()) {
      return -1;
    }
    return refusal.hasRetryAfter() ? Math.max(1, refusal.retryAfterNanos(now)) : NO_WAIT_KNOWN;
  }

  private boolean fits(int job) {
    OptionalLong wait = limiters[jobs.unit[job]].waitNanos(now, jobs.reserved[job]);
    return wait.isPresent() && wait.getAsLong() == 0;
  }

  private long waitUncounted(int job) {
    OptionalLong wait = limiters[jobs.unit[job]].waitNanos(now, jobs.reserved[job]);
    obstacle = wait.isPresent() ? Cause.RPM : Cause.CONCURRENCY;
    return jobs.reserved[job] > quota.tokens() ? -1 : wait.orElse(NO_WAIT_KNOWN);
  }

  /** Starts the service of a job that was admitted just now. */
  void begin(int job) {
    long wait = now - jobs.askedAt[job];
    jobs.admittedAt[job] = now;
    tally.admitted(now, wait, jobs.reserved[job]);
    observer.admitted(jobs.unit[job], now, jobs.reserved[job]);
    long service = services.nanos(jobs.prompt[job], jobs.output[job], serviceDraws);
    double stays = jobs.stays[job];
    long nanos = stays == 1 ? service : (long) (service * stays);
    tally.began();
    if (nanos == 0) {
      end(job);
    } else {
      events.add(now + nanos, job << KINDS | DONE);
    }
  }

  private void end(int job) {
    int unit = jobs.unit[job];
    double stays = jobs.stays[job];
    long output = stays == 1 ? jobs.output[job] : (long) (jobs.output[job] * stays);
    long used = jobs.prompt[job] + output;
    limiters[unit].settle(now, used, leases, job);
    long asked = jobs.askedAt[job];
    long began = jobs.admittedAt[job];
    tally.left();
    tally.ended(began - asked, now - asked, stays == 1);
    tally.corrected(began, jobs.reserved[job], used);
    boolean tookTime = now > began;
    leave(job, tookTime ? 0 : LEAST_PAUSE);
    if (tookTime) {
      client.freed(unit); // otherwise the client is still at work on this unit
    }
  }

  /** Ends a job that was not admitted. */
  void giveUp(int job) {
    tally.gaveUp();
    leave(job, LEAST_PAUSE);
  }

  private void leave(int job, long leastPause) {
    router.leave(jobs.unit[job]);
    int user = jobs.user[job];
    jobs.release(job);
    if (user != NOBODY) {
      long pause = thinkNanos == 0 ? 0 : (long) (thinkNanos * pauses.exponential());
      events.add(now + Math.max(leastPause, pause), user << KINDS | ASK);
    }
  }

  /** Remembers why a job that was refused just now waits. */
  void hold(int job, Cause cause) {
    jobs.refusedAt[job] = now;
    jobs.cause[job] = cause;
  }

  /** Schedules the next attempt of a job that was refused just now. */
  void attemptAfter(int job, long delay, Cause cause) {
    hold(job, cause);
    long wait = delay == 0 ? LEAST_PAUSE : Math.min(delay, LONGEST_WAIT);
    jobs.delayed[job] = wait;
    events.add(now + wait, job << KINDS | ATTEMPT);
  }

  /** Schedules a look at a unit. */
  void wakeAfter(int unit, long wait) {
    events.add(now + Math.min(wait, LONGEST_WAIT), unit << KINDS | WAKE);
  }

  /** Notes that a head of a queue was held up since then. */
  void heldUp(Cause cause, long since) {
    if (now > since) {
      tally.heldUp(cause, now - since);
    }
  }
}
