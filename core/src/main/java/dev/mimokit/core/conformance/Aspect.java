package dev.mimokit.core.conformance;

/** The two things that are judged apart. */
public enum Aspect {
  /** What the client did on the wire, from the server's own journal. */
  BEHAVIOR,
  /** What the client told its caller. */
  OUTCOME
}
