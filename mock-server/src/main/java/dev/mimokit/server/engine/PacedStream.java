package dev.mimokit.server.engine;

import dev.mimokit.core.time.NanoClock;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;

/**
 * Sends one {@link EventStream}: each event at its absolute deadline, one write and flush each, no
 * thread of its own.
 *
 * <pre>
 * timer  ──due──► write event i ──written──► i + 1, timer again   (late: due at once)
 *                      └──failed──┐
 * watch  ──client gone────────────┼──► ended(sent, false), connection closed
 * server ──cut────────────────────┤
 * stream ──its own ending─────────┘
 *                 last written ──────► ended(count, true), connection kept
 * </pre>
 *
 * Whoever finds the stream over first ends it; the others find {@code over} set. While a write is
 * under way nobody else ends the stream: its outcome does.
 */
final class PacedStream implements Runnable, Callback {

  private final Wire wire;
  private final EventStream events;
  private final int count;
  private final StreamReply log;
  private final Pace pace;
  private final ScheduledExecutorService timer;
  private final DisconnectWatch watch;

  // Guarded by this.
  private int next;
  private boolean writing;
  private boolean gone;
  private boolean over;
  private Future<?> pending = CompletableFuture.completedFuture(true);

  PacedStream(Wire wire, EventStream events, StreamReply log, Pace pace) {
    this.wire = wire;
    this.events = events;
    this.count = events.count();
    this.log = log;
    this.pace = pace;
    this.timer = pace.timers().next();
    this.watch = new DisconnectWatch(wire.request(), this::leave);
  }

  /** What all streams of an engine share. */
  record Pace(NanoClock clock, StreamTimers timers, InFlight inFlight) {}

  void start() {
    pace.inFlight().add(this);
    wire.request().addFailureListener(this::leave);
    watch.start();
    arm();
  }

  /** The server stops: ends the stream here and now, also when a write is stuck. */
  void cut() {
    leave(new EofException("server is stopping"));
    watch.closeConnection();
  }

  private void arm() {
    try {
      synchronized (this) {
        if (!over && !gone) {
          long wait = Math.max(0, events.dueNanos(next) - pace.clock().nanoTime());
          pending = timer.schedule(this, wait, TimeUnit.NANOSECONDS);
        }
      }
    } catch (RejectedExecutionException stopping) {
      fail(stopping);
    } catch (RuntimeException broken) {
      breakOff(broken);
    }
  }

  /** The next event is due. */
  @Override
  public void run() {
    int index;
    synchronized (this) {
      if (over || gone) {
        return;
      }
      writing = true;
      index = next;
    }
    try {
      if (index == count) {
        breakConnection();
      } else {
        write(index);
      }
    } catch (RuntimeException broken) {
      breakOff(broken);
    }
  }

  /** The stream's own ending. */
  private void breakConnection() {
    if (events.ending() == Ending.RESET) {
      watch.resetConnection();
    }
    watch.closeConnection();
    fail(new EofException("broken off on purpose"));
  }

  private void write(int index) {
    ByteBuffer bytes = events.event(index);
    boolean last = index == count - 1 && events.ending() == Ending.COMPLETE;
    if (last) {
      watch.stop();
    }
    wire.response().write(last, bytes, this);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** The event was written. */
  @Override
  public void succeeded() {
    tell(() -> events.sent(next, pace.clock().nanoTime()));
    boolean complete;
    boolean left;
    synchronized (this) {
      writing = false;
      next++;
      complete = next == count && events.ending() == Ending.COMPLETE;
      left = gone;
    }
    if (complete) {
      complete();
    } else if (left) {
      fail(new EofException("client is gone"));
    } else {
      arm();
    }
  }

  /** The event could not be written. */
  @Override
  public void failed(Throwable cause) {
    fail(cause);
  }

  private void leave(Throwable cause) {
    synchronized (this) {
      if (over || gone) {
        return;
      }
      gone = true;
      if (writing) {
        return;
      }
      pending.cancel(false);
    }
    fail(cause);
  }

  private void breakOff(RuntimeException broken) {
    Complaints.report("event " + next + " of a stream failed", broken);
    fail(broken);
  }

  private void complete() {
    if (end(true)) {
      wire.done().succeeded();
    }
  }

  private void fail(Throwable cause) {
    if (end(false)) {
      watch.abandon();
      if (!wire.response().isCommitted()) {
        // Nothing was sent yet: Jetty must not send an error page instead.
        watch.closeConnection();
      }
      wire.done().failed(cause);
    }
  }

  /** True for the one who ends the stream. */
  private boolean end(boolean complete) {
    int sent;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      sent = next;
    }
    pace.inFlight().remove(this);
    log.ended(sent, complete);
    tell(() -> events.ended(sent, complete, pace.clock().nanoTime()));
    return true;
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException broken) {
      Complaints.report("an event stream could not take its news", broken);
    }
  }
}
