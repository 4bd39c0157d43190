package dev.mimokit.core.sim;

import java.util.Arrays;

/**
 * Requests that are under way, in columns whose slots are used again. What is public within the
 * room is plain numbers: the loop is their one owner.
 */
final class Jobs {

  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 64;

  long[] askedAt = new long[FIRST_CAPACITY];
  long[] admittedAt = new long[FIRST_CAPACITY];
  long[] refusedAt = new long[FIRST_CAPACITY];
  long[] delayed = new long[FIRST_CAPACITY];
  long[] prompt = new long[FIRST_CAPACITY];
  long[] output = new long[FIRST_CAPACITY];
  long[] reserved = new long[FIRST_CAPACITY];
  double[] stays = new double[FIRST_CAPACITY];
  int[] unit = new int[FIRST_CAPACITY];
  int[] user = new int[FIRST_CAPACITY];
  int[] attempts = new int[FIRST_CAPACITY];
  Cause[] cause = new Cause[FIRST_CAPACITY];

  /** The next in a queue, or among the free. */
  int[] next = new int[FIRST_CAPACITY];

  private int free = NONE;
  private int used;

  /** A slot for a new request, all of whose columns the caller writes. */
  int take() {
    if (free != NONE) {
      int job = free;
      free = next[job];
      return job;
    }
    if (used == next.length) {
      grow();
    }
    return used++;
  }

  void release(int job) {
    next[job] = free;
    free = job;
  }

  private void grow() {
    int wider = Math.addExact(used, used >> 1);
    askedAt = Arrays.copyOf(askedAt, wider);
    admittedAt = Arrays.copyOf(admittedAt, wider);
    refusedAt = Arrays.copyOf(refusedAt, wider);
    delayed = Arrays.copyOf(delayed, wider);
    prompt = Arrays.copyOf(prompt, wider);
    output = Arrays.copyOf(output, wider);
    reserved = Arrays.copyOf(reserved, wider);
    stays = Arrays.copyOf(stays, wider);
    unit = Arrays.copyOf(unit, wider);
    user = Arrays.copyOf(user, wider);
    attempts = Arrays.copyOf(attempts, wider);
    cause = Arrays.copyOf(cause, wider);
    next = Arrays.copyOf(next, wider);
  }
}
