/**
 * Pictures, sounds and videos of a request: their size or length, read from their own header, and
 * what that costs in tokens. It never fetches an address. It must not know the platform's JSON
 * names, models or limits of the account.
 */
@NullMarked
package dev.mimokit.server.media;

import org.jspecify.annotations.NullMarked;
