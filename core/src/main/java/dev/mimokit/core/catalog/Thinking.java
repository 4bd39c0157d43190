package dev.mimokit.core.catalog;

/** Whether a model can think before it answers, and whether it does so unless told not to. */
public record Thinking(
    boolean supported, boolean enabledByDefault, Provenance provenance, String source) {

  /** Refuses a model that thinks by default but cannot. */
  public Thinking {
    if (enabledByDefault && !supported) {
      throw new IllegalArgumentException("thinking is the default but not supported");
    }
  }
}
