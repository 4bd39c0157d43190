package dev.mimokit.core.quota;

/**
 * When tokens are charged, and whether the charge is corrected. The platform does not say
 * (ASSUMED); profiles choose.
 */
public enum TokenAccounting {
  /** The estimate at admission, replaced by the usage when the attempt ends. */
  RESERVE_AND_SETTLE,
  /** The estimate at admission, and never corrected, not even when nothing was sent. */
  ESTIMATE_ONLY,
  /**
   * Nothing at admission, which only asks for room for one token; the usage when the attempt ends.
   * The limit is exceeded by what is in flight.
   */
  ACTUAL_ONLY
}
