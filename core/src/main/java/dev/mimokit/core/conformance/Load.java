package dev.mimokit.core.conformance;

import java.util.List;

/**
 * What the client under test is asked for.
 *
 * @param calls calls to start
 * @param keys API keys of the one account, used in turn
 * @param stream whether the answers are asked for as streams
 * @param spacingMillis from the start of one call to the next; 0 for all at once
 * @param deadlineMillis the caller's deadline, counted from when the client receives the call
 * @param observeMillis how long the server watches; calls unanswered by then are judged on the wire
 * @param manner what is unusual about the calls
 */
public record Load(
    int calls,
    int keys,
    boolean stream,
    long spacingMillis,
    long deadlineMillis,
    long observeMillis,
    Manner manner) {

  /**
   * What is unusual about calls.
   *
   * @param cancelMillis when the caller cancels a call, counted from when the client receives it; 0
   *     for never
   * @param closedMillis how long the server's port is closed at first; 0 for not at all
   * @param models called in turn; empty for the usual one
   * @param firstPromptTokens about how long the prompt of the first call is; 0 for as short as all
   */
  public record Manner(
      long cancelMillis, long closedMillis, List<String> models, int firstPromptTokens) {

    /** Nothing. */
    public static final Manner USUAL = new Manner(0, 0, List.of(), 0);

    /** Copies the list; refuses anything below 0. */
    public Manner {
      models = List.copyOf(models);
      if (cancelMillis < 0 || closedMillis < 0 || firstPromptTokens < 0) {
        throw new IllegalArgumentException(
            "cancelMillis, closedMillis and firstPromptTokens must not be negative: "
                + cancelMillis
                + ", "
                + closedMillis
                + ", "
                + firstPromptTokens);
      }
    }

    /** The model of the call of that index, from 0. */
    public String model(int index, String usual) {
      return models.isEmpty() ? usual : models.get(index % models.size());
    }

    /** Whether what matters comes after the caller was told. */
    public boolean watchedToTheEnd() {
      return cancelMillis > 0;
    }
  }

  /** Refuses spacings below 0 and anything else below 1. */
  public Load {
    if (calls < 1 || keys < 1 || deadlineMillis < 1 || observeMillis < 1) {
      throw new IllegalArgumentException(
          "load must be at least 1 everywhere: calls "
              + calls
              + ", keys "
              + keys
              + ", deadline "
              + deadlineMillis
              + " ms, observation "
              + observeMillis
              + " ms");
    }
    if (spacingMillis < 0) {
      throw new IllegalArgumentException("spacingMillis must not be negative: " + spacingMillis);
    }
  }

  /** Whole answers, asked for at once. */
  public Load(int calls, int keys, long deadlineMillis, long observeMillis) {
    this(calls, keys, false, 0, deadlineMillis, observeMillis, Manner.USUAL);
  }
}
