package dev.mimokit.core.sim;

import java.util.Arrays;

/**
 * Requests recorded elsewhere, as columns: when each came, and its tokens as that service counted
 * them. Immutable; made by a {@link Builder}.
 */
public final class Trace {

  private final long[] arrivalNanos;
  private final int[] promptTokens;
  private final int[] outputTokens;

  private Trace(long[] arrivalNanos, int[] promptTokens, int[] outputTokens) {
    this.arrivalNanos = arrivalNanos;
    this.promptTokens = promptTokens;
    this.outputTokens = outputTokens;
  }

  /** Requests; at least 1. */
  public int size() {
    return arrivalNanos.length;
  }

  /** Since the first request; not decreasing. */
  public long arrivalNanos(int row) {
    return arrivalNanos[row];
  }

  /** Tokens of the prompt. */
  public int promptTokens(int row) {
    return promptTokens[row];
  }

  /** Tokens of the answer. */
  public int outputTokens(int row) {
    return outputTokens[row];
  }

  /** From the first request to the last. */
  public long spanNanos() {
    return arrivalNanos[arrivalNanos.length - 1];
  }

  /** Collects rows in the order in which they came. Not thread-safe. */
  public static final class Builder {

    private static final int FIRST_CAPACITY = 1_024;

    private long[] at = new long[FIRST_CAPACITY];
    private int[] prompts = new int[FIRST_CAPACITY];
    private int[] outputs = new int[FIRST_CAPACITY];
    private int size;

    /** Nothing yet. */
    public Builder() {}

    /**
     * Adds a row.
     *
     * @param instantNanos on any scale, not before the row before
     * @throws IllegalArgumentException for an instant before the last, or tokens outside 0..{@link
     *     Tokens#MOST}
     */
    public Builder add(long instantNanos, long promptTokens, long outputTokens) {
      if (size > 0 && instantNanos < at[size - 1]) {
        throw new IllegalArgumentException(
            "a request must not come before the one above it: "
                + (at[size - 1] - instantNanos)
                + " ns earlier");
      }
      if (promptTokens < 0 || promptTokens > Tokens.MOST) {
        throw new IllegalArgumentException(
            "prompt tokens must be within 0.." + Tokens.MOST + ": " + promptTokens);
      }
      if (outputTokens < 0 || outputTokens > Tokens.MOST) {
        throw new IllegalArgumentException(
            "output tokens must be within 0.." + Tokens.MOST + ": " + outputTokens);
      }
      if (size == at.length) {
        grow();
      }
      at[size] = instantNanos;
      prompts[size] = (int) promptTokens;
      outputs[size] = (int) outputTokens;
      size++;
      return this;
    }

    private void grow() {
      int wider = Math.addExact(size, size >> 1);
      at = Arrays.copyOf(at, wider);
      prompts = Arrays.copyOf(prompts, wider);
      outputs = Arrays.copyOf(outputs, wider);
    }

    /** Rows added so far. */
    public int size() {
      return size;
    }

    /** The trace, whose first request comes at 0; refuses none. */
    public Trace build() {
      if (size == 0) {
        throw new IllegalArgumentException("a trace needs at least one request");
      }
      long[] since = new long[size];
      for (int i = 0; i < size; i++) {
        since[i] = Math.subtractExact(at[i], at[0]);
      }
      return new Trace(since, Arrays.copyOf(prompts, size), Arrays.copyOf(outputs, size));
    }
  }
}
