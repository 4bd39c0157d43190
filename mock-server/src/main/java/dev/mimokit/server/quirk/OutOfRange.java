package dev.mimokit.server.quirk;

/** What becomes of a sampling value outside its documented range. */
public enum OutOfRange {
  /** A 400 {@code Param Incorrect} that names the field. */
  INCORRECT,
  /** A 400 with the validator's list, as one was seen for {@code reasoning_effort}. */
  VALIDATOR,
  /** Nothing: the value has no effect. */
  IGNORED
}
