package dev.mimokit.core.sim;

import java.util.Arrays;

/** Queues of jobs, one a quota unit, linked through {@link Jobs#next}. */
final class Line {

  private final Jobs jobs;
  private final int[] head;
  private final int[] tail;

  Line(Jobs jobs, int units) {
    this.jobs = jobs;
    this.head = new int[units];
    this.tail = new int[units];
    Arrays.fill(head, Jobs.NONE);
  }

  /** The first job, or {@link Jobs#NONE}. */
  int head(int unit) {
    return head[unit];
  }

  void append(int unit, int job) {
    jobs.next[job] = Jobs.NONE;
    if (head[unit] == Jobs.NONE) {
      head[unit] = job;
    } else {
      jobs.next[tail[unit]] = job;
    }
    tail[unit] = job;
  }

  /** Removes the first job; there is one. */
  void removeHead(int unit) {
    head[unit] = jobs.next[head[unit]];
  }
}
