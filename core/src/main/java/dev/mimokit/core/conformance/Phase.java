package dev.mimokit.core.conformance;

import java.util.OptionalInt;

/**
 * The limiter's state when the load begins: true windows, entered late, instead of shorter ones.
 *
 * @param profile the server's profile for the account
 * @param sendRetryAfter whether refusals carry Retry-After
 * @param windowAgeMillis how long the current calendar window has been open
 * @param used what was used in it already, all of it as old as the window
 * @param limits where they are not the profile's
 */
public record Phase(
    String profile, boolean sendRetryAfter, long windowAgeMillis, Used used, Limits limits) {

  /**
   * What was used.
   *
   * @param requests at least 0
   * @param tokens at least 0
   */
  public record Used(int requests, long tokens) {}

  /**
   * Limits of the account.
   *
   * @param requestsPerMinute RPM, where it is not the profile's
   * @param concurrency calls in flight at once
   */
  public record Limits(OptionalInt requestsPerMinute, OptionalInt concurrency) {}
}
