/** Whose key this is, and what that account has used. It must not know how requests are written. */
@NullMarked
package dev.mimokit.server.account;

import org.jspecify.annotations.NullMarked;
