package dev.mimokit.core.quota;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/*
 * A lock for sections of some dozen instructions that never block.
 *
 * Two threads that never pause on one limiter hand its memory to and fro between their cores at every step: on the
 * machine of the figures below one atomic increment each costs 205 ns then, against 24 ns alone. What helps is to
 * hand over seldom: whoever finds the lock taken stays away for a while, without looking at it, so that the other
 * runs through many sections at the speed of one thread. Admission and settlement, two threads on one key, median of
 * 9 rounds, in readings of the clock of the same run (2 virtual cores, JDK 17, November 2026): a monitor 13.8, this
 * lock 4.1; one thread 1.53 with either. Two bare sections of a few additions: a lock that is watched while it is
 * taken 20.7, ReentrantLock 4.4, this one 3.1. Twice what one thread takes is the least that one section at a time can
 * come to; longer pauses approach it (4.6 with 128, 3.2 with 1,024), and every collision pays for them.
 *
 * After some microseconds the owner has probably lost its processor, and the waiter gives up its own.
 */
/** Mutual exclusion, not reentrant, without fairness: a waiter may be overtaken. */
class BriefLock {

  private static final VarHandle HELD = held();

  private static final int FIRST_PAUSES = 128;
  private static final int MOST_PAUSES = 2_048;
  private static final long REST_NANOS = 1_000;

  @SuppressWarnings("UnusedVariable") // by its handle
  private volatile int held;

  private static VarHandle held() {
    try {
      return MethodHandles.lookup().findVarHandle(BriefLock.class, "held", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the field is declared above", e);
    }
  }

  final void lock() {
    if ((int) HELD.getAndSet(this, 1) != 0) {
      contend();
    }
  }

  final void unlock() {
    HELD.setRelease(this, 0);
  }

  private void contend() {
    int pauses = FIRST_PAUSES;
    do {
      if (pauses <= MOST_PAUSES) {
        pause(pauses);
        pauses *= 2;
      } else {
        LockSupport.parkNanos(REST_NANOS);
      }
    } while (!HELD.compareAndSet(this, 0, 1));
  }

  private static void pause(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
