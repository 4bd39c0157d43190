package dev.mimokit.core.quota;

import java.util.Arrays;

/**
 * Leases as numbers in columns, for one thread that admits millions of requests and keeps its own
 * index of them, as a simulation does: nothing is allocated once it is as wide as the most requests
 * in flight. A slot belongs to the limiter that admitted its request. Not thread-safe.
 */
public final class LeaseTable {

  private static final int CLOSED = -1;

  private long[] tickets;
  private long[] reserved;
  private int[] generations;

  /** With room for that many slots, at least 1; it grows. */
  public LeaseTable(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1: " + slots);
    }
    tickets = new long[slots];
    reserved = new long[slots];
    generations = new int[slots];
    Arrays.fill(generations, CLOSED);
  }

  /** Tokens charged at admission of the request in that slot. */
  public long reservedTokens(int slot) {
    return reserved[slot];
  }

  /** Refuses a slot whose lease has not ended. */
  void open(int slot, long ticket, long tokens, int generation) {
    if (slot >= generations.length) {
      grow(slot);
    }
    if (generations[slot] != CLOSED) {
      throw new IllegalStateException("slot " + slot + " holds a lease");
    }
    tickets[slot] = ticket;
    reserved[slot] = tokens;
    generations[slot] = generation;
  }

  private void grow(int slot) {
    int before = generations.length;
    int wider = Math.max(slot + 1, before + (before >> 1));
    tickets = Arrays.copyOf(tickets, wider);
    reserved = Arrays.copyOf(reserved, wider);
    generations = Arrays.copyOf(generations, wider);
    Arrays.fill(generations, before, wider, CLOSED);
  }

  boolean isOpen(int slot) {
    return slot < generations.length && generations[slot] != CLOSED;
  }

  /** Ends the lease and answers its generation. */
  int close(int slot) {
    int generation = generations[slot];
    generations[slot] = CLOSED;
    return generation;
  }

  long ticket(int slot) {
    return tickets[slot];
  }
}
