package dev.mimokit.core.sim;

import java.util.Arrays;

/*
 * A heap whose nodes have four children, in columns.
 *
 *   //            0
 *   //   1     2     3     4          children of i: 4 i + 1 .. 4 i + 4, parent: (i - 1) / 4
 *   //  5-8  9-12  13-16 17-20
 *
 * Half as deep as a binary heap: an event that is added climbs past fewer others, and the four children that a
 * removal compares lie in one or two lines of the cache. Nothing is allocated but when the columns grow.
 */
/** The event queue of the simulation. */
final class QuadHeap implements EventQueue {

  private static final int FIRST_CAPACITY = 64;

  private long[] at = new long[FIRST_CAPACITY];
  private long[] sequence = new long[FIRST_CAPACITY];
  private int[] codes = new int[FIRST_CAPACITY];
  private int size;
  private long added;

  @Override
  public void add(long atNanos, int code) {
    if (size == at.length) {
      grow();
    }
    long order = added++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (at[parent] <= atNanos) {
        break; // of equals the parent was added earlier
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, atNanos, order, code);
  }

  private void grow() {
    int wider = size + (size >> 1);
    at = Arrays.copyOf(at, wider);
    sequence = Arrays.copyOf(sequence, wider);
    codes = Arrays.copyOf(codes, wider);
  }

  private void move(int from, int to) {
    at[to] = at[from];
    sequence[to] = sequence[from];
    codes[to] = codes[from];
  }

  private void put(int hole, long atNanos, long order, int code) {
    at[hole] = atNanos;
    sequence[hole] = order;
    codes[hole] = code;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long nextNanos() {
    return at[0];
  }

  @Override
  public int nextCode() {
    return codes[0];
  }

  @Override
  public void remove() {
    int last = --size;
    long lastAt = at[last];
    long lastOrder = sequence[last];
    int hole = 0;
    while (true) {
      int child = first(hole, last);
      if (child == hole || !precedes(at[child], sequence[child], lastAt, lastOrder)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, lastAt, lastOrder, codes[last]);
  }

  /** The earliest child of a node, or the node itself when it has none below {@code end}. */
  private int first(int node, int end) {
    int child = (node << 2) + 1;
    if (child >= end) {
      return node;
    }
    int best = child;
    int past = Math.min(child + 4, end);
    for (int i = child + 1; i < past; i++) {
      if (precedes(at[i], sequence[i], at[best], sequence[best])) {
        best = i;
      }
    }
    return best;
  }

  private static boolean precedes(long at, long order, long otherAt, long otherOrder) {
    return at < otherAt || (at == otherAt && order < otherOrder);
  }
}
