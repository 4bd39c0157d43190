package dev.mimokit.core.conformance;

import java.util.OptionalInt;

/**
 * The limiter's state when the load begins: true windows, entered late, instead of shorter ones.
 *
 * @param profile the server's profile for the account
 * @param sendRetryAfter whether refusals carry Retry-After
 * @param windowAgeMillis how long the current calendar window has been open
 * @param usedRequests requests already used in it, all as old as the window
 * @param concurrency calls in flight at once that the account may have, where not the profile's
 */
public record Phase(
    String profile,
    boolean sendRetryAfter,
    long windowAgeMillis,
    int usedRequests,
    OptionalInt concurrency) {}
