package dev.mimokit.core.plan;

/** What an answer must meet to be good enough. */
public interface Objective {

  /** Whether it does. */
  boolean metBy(Answer answer);

  /** As a user writes it. */
  String text();
}
