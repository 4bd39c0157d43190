/**
 * Where quotas are kept: in this process, or in a Redis that several nodes share; the only room
 * that knows Lettuce. It must not know HTTP, nor what is asked.
 */
@NullMarked
package dev.mimokit.server.store;

import org.jspecify.annotations.NullMarked;
