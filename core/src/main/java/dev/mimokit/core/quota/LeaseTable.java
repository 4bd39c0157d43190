package dev.mimokit.core.quota;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Leases as numbers in columns, for one thread that admits millions of requests and keeps its own
 * index of them, as a simulation does: nothing is allocated once it is as wide as the most requests
 * in flight. A slot belongs to the limiter that admitted its request. Not thread-safe.
 */
public final class LeaseTable {

  private long[] tickets;
  private long[] reserved;
  /** Null where no lease is open. */
  private @Nullable Era[] eras;

  /** With room for that many slots, at least 1; it grows. */
  public LeaseTable(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1: " + slots);
    }
    tickets = new long[slots];
    reserved = new long[slots];
    eras = new Era[slots];
  }

  /** Tokens charged at admission of the request in that slot. */
  public long reservedTokens(int slot) {
    return reserved[slot];
  }

  /** Refuses a slot whose lease has not ended. */
  void open(int slot, Era era, long ticket, long tokens) {
    if (slot >= eras.length) {
      grow(slot);
    }
    if (eras[slot] != null) {
      throw new IllegalStateException("slot " + slot + " holds a lease");
    }
    tickets[slot] = ticket;
    reserved[slot] = tokens;
    eras[slot] = era;
  }

  private void grow(int slot) {
    int before = eras.length;
    int wider = Math.max(slot + 1, before + (before >> 1));
    tickets = Arrays.copyOf(tickets, wider);
    reserved = Arrays.copyOf(reserved, wider);
    eras = Arrays.copyOf(eras, wider);
  }

  boolean isOpen(int slot) {
    return slot < eras.length && eras[slot] != null;
  }

  /** Ends the lease and answers the era it was granted in; null when none is open. */
  @Nullable Era close(int slot) {
    Era era = eras[slot];
    eras[slot] = null;
    return era;
  }

  long ticket(int slot) {
    return tickets[slot];
  }
}
