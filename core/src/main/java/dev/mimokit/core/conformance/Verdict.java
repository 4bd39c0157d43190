package dev.mimokit.core.conformance;

/** The judgement of one aspect of one case. Declared from best to worst for a gate. */
public enum Verdict {
  /** Every criterion is met. */
  OK("OK"),
  /** Measured, not judged. */
  INFORMATIONAL("INFORMATIONAL"),
  /** The client or its driver cannot do what the case needs. */
  UNIMPLEMENTED("UNIMPLEMENTED"),
  /** A SHOULD is broken. */
  NON_STRICT("NON-STRICT"),
  /** The harness could not establish what it needs to judge; never counted as a pass. */
  INCONCLUSIVE("INCONCLUSIVE"),
  /** A MUST is broken. */
  FAILED("FAILED");

  private final String shown;

  Verdict(String shown) {
    this.shown = shown;
  }

  /** As people read it; {@link #name} is the spelling in JSON. */
  public String shown() {
    return shown;
  }
}
